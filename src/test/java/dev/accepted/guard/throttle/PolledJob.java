package dev.accepted.guard.throttle;

import dev.accepted.job.Job;
import dev.accepted.job.JobId;
import dev.accepted.job.JobOptions;
import dev.accepted.job.Progress;
import dev.accepted.job.SettableClock;
import dev.accepted.job.Submission;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * A job at any time of its life.
 *
 * @param queued how long it waits for a slot
 * @param runs how long it runs
 * @param steps how often it tells its progress; 0 for never
 */
record PolledJob(JobId id, Duration queued, Duration runs, int steps) {

  static PolledJob of(Duration queued, Duration runs, int steps) {
    return new PolledJob(new JobId(UUID.randomUUID()), queued, runs, steps);
  }

  Instant end() {
    return SettableClock.START.plus(queued).plus(runs);
  }

  /** How it stands. */
  Job at(Instant now) {
    JobOptions options =
        new JobOptions(4, null, Duration.ofDays(1), Duration.ofDays(7), 3, Map.of());
    Job accepted =
        Job.accepted(id, new Submission("me", "report", SettableClock.START, null, options));
    Instant start = SettableClock.START.plus(queued);
    if (now.isBefore(start)) {
      return accepted;
    }
    Job started = accepted.started(start);
    if (!now.isBefore(end())) {
      return started.succeeded(null, end());
    }
    long done = steps * Duration.between(start, now).toMillis() / runs.toMillis();
    return done == 0
        ? started
        : started.progressed(
            new Progress(done, steps, null, null),
            start.plus(runs.multipliedBy(done).dividedBy(steps)));
  }
}
