package dev.accepted.job;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a job is to be run: what its client asked for, and defaults for the rest.
 *
 * @param priority 0 to 9, 9 first
 * @param runAt not before this; null for at once
 * @param timeout longest time of one attempt
 * @param retain how long the job is kept once it has finished
 * @param maxAttempts at least 1
 * @param labels the client's own marks, by name
 * @param callback whom to tell what happens to it; null for nobody
 */
public record JobOptions(
    int priority,
    @Nullable Instant runAt,
    Duration timeout,
    Duration retain,
    int maxAttempts,
    Map<String, String> labels,
    @Nullable Callback callback) {

  public JobOptions {
    labels = Map.copyOf(labels);
  }

  /** For a job of which nobody is told. */
  public JobOptions(
      int priority,
      @Nullable Instant runAt,
      Duration timeout,
      Duration retain,
      int maxAttempts,
      Map<String, String> labels) {
    this(priority, runAt, timeout, retain, maxAttempts, labels, null);
  }

  /** The same with another priority. */
  public JobOptions withPriority(int other) {
    return new JobOptions(other, runAt, timeout, retain, maxAttempts, labels, callback);
  }
}
