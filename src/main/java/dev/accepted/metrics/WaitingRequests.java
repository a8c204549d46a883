package dev.accepted.metrics;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts the requests that wait for news of a job. */
public final class WaitingRequests {

  private final AtomicInteger waiting = new AtomicInteger();

  /**
   * One more waits.
   *
   * @return to be run when it no longer does; running it again does nothing
   */
  public Runnable begin() {
    AtomicBoolean ended = new AtomicBoolean();
    waiting.incrementAndGet();
    return () -> {
      if (ended.compareAndSet(false, true)) {
        waiting.decrementAndGet();
      }
    };
  }

  /** How many wait now. */
  public int count() {
    return waiting.get();
  }
}
