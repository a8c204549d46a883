package dev.accepted.engine;

import dev.accepted.job.AttemptError;
import dev.accepted.job.CanceledByJob;
import dev.accepted.job.Job;
import dev.accepted.job.JobEvent.Kind;
import dev.accepted.job.JobFailure;
import dev.accepted.job.PermanentFailure;
import dev.accepted.job.Progress;
import dev.accepted.job.RetryLater;
import dev.accepted.job.RetryPolicy;
import dev.accepted.store.FinishedWork;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * How an attempt ended, as a change of its job.
 *
 * @param kind what is told to those who listen
 * @param change from running to what comes next
 * @param work what it leaves, if it succeeded
 */
record Ending(Kind kind, UnaryOperator<Job> change, Optional<FinishedWork> work) {

  /**
   * So long that the errors of a job's last attempts fit their column, however they are escaped.
   */
  private static final int MOST_MESSAGE = 1_000;

  static Ending succeeded(FinishedWork work, Instant now) {
    return new Ending(Kind.SUCCEEDED, job -> job.succeeded(work.result(), now), Optional.of(work));
  }

  static Ending canceled(Instant now) {
    return new Ending(Kind.CANCELED, job -> job.canceled(now), Optional.empty());
  }

  static Ending released(Instant now) {
    return new Ending(Kind.QUEUED, job -> job.released(now), Optional.empty());
  }

  /** A failure that the body reported on purpose. */
  static Ending failed(
      Job job, JobFailure failure, RetryPolicy policy, double random, Instant now) {
    if (failure instanceof CanceledByJob) {
      AttemptError error = error(job, failure.code(), failure.explanation(), now);
      return new Ending(Kind.CANCELED, before -> before.canceled(error, now), Optional.empty());
    }
    if (failure instanceof PermanentFailure) {
      return failedForGood(error(job, failure.code(), failure.explanation(), now), now);
    }
    Duration delay =
        failure instanceof RetryLater later
            ? later.delay()
            : policy.delayAfter(job.state().attempt(), random);
    return failed(job, failure.code(), failure.explanation(), delay, now);
  }

  /** A failure after which another attempt may help. */
  static Ending failed(Job job, String code, String message, Duration delay, Instant now) {
    AttemptError error = error(job, code, message, now);
    if (!job.hasAttemptsLeft()) {
      return failedForGood(error, now);
    }
    return new Ending(
        Kind.RETRYING, before -> before.retrying(error, now.plus(delay), now), Optional.empty());
  }

  /**
   * The store won't have how the attempt really ended: nothing of that is repeated here, but how
   * far it had come.
   */
  static Ending refused(Job job, Instant now) {
    AttemptError error =
        error(
            job,
            "store-refused",
            "How this attempt ended could not be stored; the server's log has the reason.",
            now);
    return new Ending(
        Kind.FAILED,
        before -> {
          Progress last = before.state().progress();
          Progress plain = new Progress(last.done(), last.total(), null, null);
          return before.progressed(plain, now).failed(error, now);
        },
        Optional.empty());
  }

  private static Ending failedForGood(AttemptError error, Instant now) {
    return new Ending(Kind.FAILED, job -> job.failed(error, now), Optional.empty());
  }

  private static AttemptError error(Job job, String code, String message, Instant now) {
    String cut = message.length() > MOST_MESSAGE ? message.substring(0, MOST_MESSAGE) : message;
    return new AttemptError(job.state().attempt(), now, code, cut);
  }
}
