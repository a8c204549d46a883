package dev.accepted.engine.intake;

import dev.accepted.job.Job;
import dev.accepted.job.JobOptions;
import dev.accepted.job.Submission;
import dev.accepted.sql.Session;
import dev.accepted.store.IdempotencyKeys;
import dev.accepted.store.IdempotencyKeys.Kept;
import dev.accepted.store.JobQueries;
import dev.accepted.store.JobStore;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Stores a job under its idempotency key, if it has one, in one transaction.
 *
 * @param key null for none
 * @param fingerprint of the request
 * @param keyLife how long the key is kept
 */
public record IdempotentInsert(
    Job job, String input, @Nullable String key, String fingerprint, Duration keyLife) {

  /** What came of it. */
  public sealed interface Outcome {

    /**
     * The job is stored.
     *
     * @param accepted as it was accepted
     * @param stored the same, or already running
     */
    record Stored(Job accepted, Job stored) implements Outcome {}

    /** The key stood for this very request before: the job as it was accepted then. */
    record Replayed(Job first) implements Outcome {}

    /** It can't be, for what is in the store; the key, if there is one, stands for nothing. */
    record Refused(Refusal why) implements Outcome {}

    /** The key stood for another request. */
    record Reused() implements Outcome {}
  }

  /**
   * Stores it, unless its key stands for an earlier one.
   *
   * @param admission asked after that
   * @param first what the job starts its life as
   */
  public Outcome in(Session session, Admission admission, UnaryOperator<Job> first)
      throws SQLException {
    Instant now = job.submission().submittedAt();
    Optional<Outcome> earlier = earlier(session);
    if (earlier.isPresent()) {
      return earlier.get();
    }
    Optional<Refusal.QuotaExceeded> refusal = admission.refuse(session);
    if (refusal.isPresent()) {
      return new Outcome.Refused(refusal.get());
    }
    if (key != null) {
      if (!IdempotencyKeys.keep(session, job, key, fingerprint, now.plus(keyLife))) {
        return earlier(session, job.owner(), key, fingerprint, now)
            .orElseThrow(() -> new SQLException("an idempotency key came and went", "40001"));
      }
    }
    Job stored = first.apply(job);
    JobStore.insert(session, stored, input);
    return new Outcome.Stored(job, stored);
  }

  /** What its key stands for already, if it has one and that does. */
  public Optional<Outcome> earlier(Session session) throws SQLException {
    return key == null
        ? Optional.empty()
        : earlier(session, job.owner(), key, fingerprint, job.submission().submittedAt());
  }

  /** What the key stands for already, if it does. */
  public static Optional<Outcome> earlier(
      Session session, String owner, String key, String fingerprint, Instant now)
      throws SQLException {
    Optional<Kept> kept = IdempotencyKeys.find(session, owner, key, now);
    if (kept.isEmpty()) {
      return Optional.empty();
    }
    if (!kept.get().fingerprint().equals(fingerprint)) {
      return Optional.of(new Outcome.Reused());
    }
    return Optional.of(new Outcome.Replayed(asAccepted(session, owner, kept.get())));
  }

  /** The job as it was accepted; of one that is gone by now, what its key still knows. */
  private static Job asAccepted(Session session, String owner, Kept kept) throws SQLException {
    Optional<Job> job = JobQueries.find(session, kept.job());
    Submission submission =
        job.isPresent()
            ? job.get().submission()
            : new Submission(
                owner,
                kept.type(),
                kept.submittedAt(),
                null,
                new JobOptions(4, null, Duration.ZERO, Duration.ZERO, 1, Map.of()));
    return Job.accepted(kept.job(), submission);
  }
}
