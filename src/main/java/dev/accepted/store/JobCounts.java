package dev.accepted.store;

import dev.accepted.job.JobStatus;
import dev.accepted.job.Owners;
import dev.accepted.sql.Session;
import java.sql.SQLException;
import java.util.List;

/** How many jobs there are. */
public final class JobCounts {

  private JobCounts() {}

  /** The jobs of a type that have a status. */
  public record Count(String type, JobStatus status, long jobs) {}

  /** Those of these owners, by type and status. Every one of them is looked at. */
  public static List<Count> of(Session session, Owners owners) throws SQLException {
    OwnerCondition condition = OwnerCondition.of(owners);
    return session.list(
        "select status, type, count(*) as jobs from job where %s group by status, type"
            .formatted(condition.text()),
        row ->
            new Count(row.text("type"), JobStatus.of(row.text("status")), row.longNumber("jobs")),
        condition.arguments().toArray());
  }
}
