package dev.accepted.store;

import dev.accepted.job.Job;
import dev.accepted.job.JobEvent.Kind;
import dev.accepted.sql.Session;
import java.sql.SQLException;
import java.time.Instant;

/**
 * How jobs leave the store: the transitions to nothing, guarded as those of {@link JobStore} are.
 */
public final class JobRemoval {

  private JobRemoval() {}

  /**
   * Takes a job out, with all that belongs to it; one that is still to be done is canceled by it.
   */
  public static boolean remove(Session session, Job job, Instant now) throws SQLException {
    if (!delete(session, job)) {
      return false;
    }
    if (!job.status().isFinal()) {
      Journal.of(session).add(Kind.CANCELED, job.canceled(now));
    }
    Journal.of(session).addGone(Kind.REMOVED, job, now);
    return true;
  }

  private static boolean delete(Session session, Job job) throws SQLException {
    long bytes =
        session
            .first(
                "select kept_bytes from job where id = ?",
                row -> row.longNumber("kept_bytes"),
                job.id().value())
            .orElse(0L);
    int changed =
        session.update(
            "delete from job" + JobStore.GUARD,
            job.id().value(),
            job.status().wireName(),
            job.state().claim());
    if (!JobStore.announced(session, job, changed)) {
      return false;
    }
    Uses.of(session).removed(job, bytes);
    session.update("delete from job_label where job_id = ?", job.id().value());
    session.update("delete from job_file where job_id = ?", job.id().value());
    session.update("delete from job_log where job_id = ?", job.id().value());
    return true;
  }

  /** Finished → expired: all that is left is a tombstone, for that long. */
  public static boolean expire(Session session, Job job, Instant now, Instant purgeAt)
      throws SQLException {
    if (!delete(session, job)) {
      return false;
    }
    Journal.of(session).addGone(Kind.EXPIRED, job, now);
    session.update(
        """
        insert into tombstone (job_id, owner, type, status, finished_at, expired_at, purge_at)
        values (?, ?, ?, ?, ?, ?, ?)
        """,
        job.id().value(),
        job.owner(),
        job.type(),
        job.status().wireName(),
        job.state().finishedAt(),
        now,
        purgeAt);
    return true;
  }
}
