package dev.accepted.job;

import java.time.Duration;

/**
 * How often and when a failed attempt is followed by another: exponential backoff with jitter, so
 * that jobs that failed together do not come back together.
 *
 * @param maxAttempts attempts in all, at least 1
 * @param first delay after the first attempt
 * @param most no delay is longer
 */
public record RetryPolicy(int maxAttempts, Duration first, Duration most) {

  /** Three attempts, 5 s and 10 s apart, give or take a quarter. */
  public static final RetryPolicy STANDARD =
      new RetryPolicy(3, Duration.ofSeconds(5), Duration.ofMinutes(10));

  /** One attempt. */
  public static final RetryPolicy NEVER = new RetryPolicy(1, Duration.ZERO, Duration.ZERO);

  private static final double JITTER = 0.25;

  public RetryPolicy {
    if (maxAttempts < 1) {
      throw new IllegalArgumentException("a job has at least one attempt");
    }
  }

  /**
   * The delay before the attempt that follows {@code attempt}.
   *
   * @param attempt the attempt that failed, from 1
   * @param random from 0 (inclusive) to 1 (exclusive); spreads the delay by a quarter either way
   */
  public Duration delayAfter(int attempt, double random) {
    double doubled = (double) first.toMillis() * Math.pow(2, attempt - 1.0);
    double capped = Math.min(doubled, (double) most.toMillis());
    return Duration.ofMillis(Math.round(capped * (1 - JITTER + 2 * JITTER * random)));
  }
}
