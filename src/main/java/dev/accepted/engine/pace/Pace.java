package dev.accepted.engine.pace;

import dev.accepted.job.Job;
import dev.accepted.job.JobStatus;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * When a job should be finished, and when it is worth asking again.
 *
 * <p>A client that honours {@code Retry-After} learns of the end late by at most that much; so it
 * is a tenth of the job's duration, as far as that can be told: from its progress, else from what
 * the quickest tenth of its type's last jobs took, and never less than a tenth of the time it has
 * taken already. It is never much longer than what is left, either.
 */
public final class Pace {

  private static final double SHARE = 0.1;
  private static final double QUICK = 0.1;
  private static final double USUAL = 0.5;
  private static final long MOST_SECONDS = 60;
  private static final long MOST_SECONDS_SCHEDULED = 3600;

  private final Clock clock;
  private final TypeDurations durations;
  private final ExpectedDurations expected;

  /** What is known of jobs that ran, and of those that are to run. */
  public Pace(Clock clock, TypeDurations durations, ExpectedDurations expected) {
    this.clock = clock;
    this.durations = durations;
    this.expected = expected;
  }

  /** Whole seconds until it is worth asking again, at least 1. */
  public long retryAfterSeconds(Job job) {
    Instant now = clock.instant();
    if (job.status() == JobStatus.SCHEDULED && job.state().runAt() != null) {
      long untilRun = secondsUp(Duration.between(now, job.state().runAt()));
      return Math.max(1, Math.min(untilRun, MOST_SECONDS_SCHEDULED));
    }
    Duration elapsed = Duration.between(began(job), now);
    Duration total = max(elapsed, duration(job, QUICK).orElse(Duration.ZERO));
    long tenth = (long) (SHARE * total.toMillis() / 1000);
    long left =
        estimate(job, QUICK).map(end -> secondsUp(Duration.between(now, end))).orElse(tenth);
    long seconds = left > 0 ? Math.min(tenth, left) : tenth;
    return Math.max(1, Math.min(seconds, MOST_SECONDS));
  }

  /** When the job should be finished; empty if it is finished or overdue, or nothing is known. */
  public Optional<Instant> estimatedCompletionAt(Job job) {
    return job.status().isFinal()
        ? Optional.empty()
        : estimate(job, USUAL).filter(end -> end.isAfter(clock.instant()));
  }

  private Optional<Instant> estimate(Job job, double share) {
    return duration(job, share).map(began(job)::plus);
  }

  /**
   * The whole duration of the attempt, from its own progress if it tells, else from its input or
   * its type's past.
   */
  private Optional<Duration> duration(Job job, double share) {
    int percent = job.state().progress().percent();
    if (job.status() == JobStatus.RUNNING && percent > 0) {
      Duration soFar = Duration.between(began(job), job.state().updatedAt());
      double fraction = (double) job.state().progress().done() / job.state().progress().total();
      return Optional.of(Duration.ofMillis((long) (soFar.toMillis() / fraction)));
    }
    return expected.of(job.id()).or(() -> durations.quantile(job.type(), share));
  }

  private static Instant began(Job job) {
    Instant started = job.state().startedAt();
    if (job.status() == JobStatus.RUNNING && started != null) {
      return started;
    }
    Instant runAt = job.state().runAt();
    return runAt != null ? runAt : job.submission().submittedAt();
  }

  private static Duration max(Duration one, Duration other) {
    return one.compareTo(other) >= 0 ? one : other;
  }

  private static long secondsUp(Duration duration) {
    return Math.floorDiv(duration.toMillis() + 999, 1000L);
  }
}
