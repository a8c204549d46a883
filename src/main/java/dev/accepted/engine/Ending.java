package dev.accepted.engine;

import dev.accepted.job.AttemptError;
import dev.accepted.job.CanceledByJob;
import dev.accepted.job.Job;
import dev.accepted.job.JobEvent.Kind;
import dev.accepted.job.JobFailure;
import dev.accepted.job.PermanentFailure;
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

  private static Ending failedForGood(AttemptError error, Instant now) {
    return new Ending(Kind.FAILED, job -> job.failed(error, now), Optional.empty());
  }

  private static AttemptError error(Job job, String code, String message, Instant now) {
    return new AttemptError(job.state().attempt(), now, code, message);
  }
}
