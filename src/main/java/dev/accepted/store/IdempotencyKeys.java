package dev.accepted.store;

import dev.accepted.job.Job;
import dev.accepted.job.JobId;
import dev.accepted.sql.Session;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/**
 * Which request a key stood for the first time, and the job it led to
 * (draft-ietf-httpapi-idempotency-key-header).
 */
public final class IdempotencyKeys {

  private IdempotencyKeys() {}

  /**
   * A key in use.
   *
   * @param fingerprint digest of the request it came with, in base64
   */
  public record Kept(String fingerprint, JobId job, String type, Instant submittedAt) {}

  /** The key, unless its life is over. */
  public static Optional<Kept> find(Session session, String owner, String key, Instant now)
      throws SQLException {
    return session.first(
        """
        select fingerprint, job_id, type, submitted_at from idempotency_key
        where owner = ? and text = ? and expires_at > ?
        """,
        row ->
            new Kept(
                row.text("fingerprint"),
                new JobId(row.uuid("job_id")),
                row.text("type"),
                row.instant("submitted_at")),
        owner,
        key,
        now);
  }

  /**
   * Keeps a key, in the transaction that stores its job.
   *
   * @return false if another server has been first: the key can be found by now
   */
  public static boolean keep(
      Session session, Job job, String key, String fingerprint, Instant expiresAt)
      throws SQLException {
    session.update(
        "delete from idempotency_key where owner = ? and text = ? and expires_at <= ?",
        job.owner(),
        key,
        job.submission().submittedAt());
    int kept =
        session.update(
            """
        insert into idempotency_key (owner, text, fingerprint, job_id, type, submitted_at, expires_at)
        values (?, ?, ?, ?, ?, ?, ?)
        """
                + session.dialect().unlessPresent(),
            job.owner(),
            key,
            fingerprint,
            job.id().value(),
            job.type(),
            job.submission().submittedAt(),
            expiresAt);
    return kept == 1;
  }

  /** Drops keys whose life is over, at most {@code limit}; returns how many. */
  public static int purge(Session session, Instant now, int limit) throws SQLException {
    return Outlived.drop(
        session,
        "delete from idempotency_key where owner = ? and text = ?",
        session.list(
            """
            select owner, text from idempotency_key where expires_at <= ? order by expires_at limit ?
            """
                + session.dialect().skipLocked(),
            row -> new Object[] {row.text("owner"), row.text("text")},
            now,
            limit));
  }
}
