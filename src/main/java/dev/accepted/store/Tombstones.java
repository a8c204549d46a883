package dev.accepted.store;

import dev.accepted.job.JobId;
import dev.accepted.job.JobStatus;
import dev.accepted.job.Tombstone;
import dev.accepted.sql.Session;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** What is left of expired jobs. */
public final class Tombstones {

  private Tombstones() {}

  /** The tombstone of a job, if it has expired. */
  public static Optional<Tombstone> find(Session session, JobId id) throws SQLException {
    return session.first(
        """
        select job_id, owner, type, status, finished_at, expired_at from tombstone where job_id = ?
        """,
        row ->
            new Tombstone(
                new JobId(row.uuid("job_id")),
                row.text("owner"),
                row.text("type"),
                JobStatus.of(row.text("status")),
                row.instant("finished_at"),
                row.instant("expired_at")),
        id.value());
  }

  /** Drops tombstones whose time is over, at most {@code limit}; returns how many. */
  public static int purge(Session session, Instant now, int limit) throws SQLException {
    return Outlived.drop(
        session,
        "delete from tombstone where job_id = ?",
        session.list(
            "select job_id from tombstone where purge_at <= ? order by purge_at limit ?"
                + session.dialect().skipLocked(),
            row -> new Object[] {row.uuid("job_id")},
            now,
            limit));
  }
}
