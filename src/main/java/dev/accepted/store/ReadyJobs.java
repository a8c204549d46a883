package dev.accepted.store;

import dev.accepted.sql.Session;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How many jobs of a type are ready for a slot, and since when one of them is wanted.
 *
 * @param oldest when the job that is next of each priority was submitted or, if it was wanted
 *     later, when that was: the earliest of these; null if none is ready. Callers take turns, and
 *     the next is its caller's oldest, as a rule; another caller's may be a little older
 */
public record ReadyJobs(long number, @Nullable Instant oldest) {

  /**
   * Its parameters are the type, twice. Not "priority = number": PostgreSQL would then take the
   * order for that of the primary key, and read all jobs in vain for a priority that none has.
   */
  static final String LOOK =
      """
      select (select count(*) from job where status = 'queued' and type = ?) as jobs, min(since) as oldest
      from (
        select (
          select coalesce(run_at, submitted_at) from job
          where status = 'queued' and type = ? and priority between urgency.number and urgency.number
          order by status, type, priority desc, turn, id limit 1) as since
        from (values (0), (1), (2), (3), (4), (5), (6), (7), (8), (9)) as urgency (number)) as first_ones
      """;

  /**
   * Looks at a type. The index {@code job_ready} holds all that is counted, and leads to the next
   * job of each priority: no other row is read.
   */
  public static ReadyJobs of(Session session, String type) throws SQLException {
    Optional<ReadyJobs> found =
        session.first(
            LOOK,
            row -> new ReadyJobs(row.longNumber("jobs"), row.instantOrNull("oldest")),
            type,
            type);
    return found.orElseThrow();
  }
}
