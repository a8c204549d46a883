package dev.accepted.job;

import java.time.Duration;

/**
 * This attempt failed, and the body knows when the next is worth while; overrides the {@link
 * RetryPolicy}'s delay.
 */
public final class RetryLater extends JobFailure {

  private static final long serialVersionUID = 1L;

  private final Duration delay;

  public RetryLater(Duration delay, String code, String message) {
    super(code, message);
    this.delay = delay;
  }

  /** From the end of this attempt to the start of the next; never negative. */
  public Duration delay() {
    return delay;
  }
}
