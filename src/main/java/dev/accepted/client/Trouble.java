package dev.accepted.client;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/** Failures in a row: when to try again, and when to stop trying. Used by one thread at a time. */
final class Trouble {

  private static final double LEAST = 0.75;

  private final Timing timing;
  private int failures;
  private long since;

  Trouble(Timing timing) {
    this.timing = timing;
  }

  /** It works again. */
  void over() {
    failures = 0;
  }

  /**
   * Another failure.
   *
   * @param asked how long the server has asked to be left alone
   * @return how long to stay away; empty if it has been enough
   */
  Optional<Duration> next(Optional<Duration> asked) {
    if (failures++ == 0) {
      since = System.nanoTime();
    } else if (System.nanoTime() - since > timing.patience().toNanos()) {
      return Optional.empty();
    }
    return Optional.of(asked.orElseGet(this::backoff));
  }

  /** Not all clients at the same moment: they were all cut off at the same moment. */
  private Duration backoff() {
    long longest = timing.longestBackoff().toMillis();
    long doubled = timing.backoff().toMillis() << Math.min(failures - 1, 16);
    double share = ThreadLocalRandom.current().nextDouble(LEAST, 1);
    return Duration.ofMillis((long) (Math.min(longest, doubled) * share));
  }
}
