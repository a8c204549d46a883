package dev.accepted.engine.pace;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/** The last durations of one type; sorted when asked for, unless nothing was added since. */
final class LastDurations {

  private static final int KEPT = 64;

  private final long[] millis = new long[KEPT];
  private long[] sorted = new long[0];
  private int added;
  private boolean changed;

  synchronized void add(Duration duration) {
    millis[added % KEPT] = duration.toMillis();
    added = added + 1 < 2 * KEPT ? added + 1 : KEPT;
    changed = true;
  }

  /** The duration that this share of them did not exceed. */
  synchronized Optional<Duration> quantile(double share) {
    if (changed) {
      sorted = Arrays.copyOf(millis, Math.min(added, KEPT));
      Arrays.sort(sorted);
      changed = false;
    }
    return sorted.length == 0
        ? Optional.empty()
        : Optional.of(Duration.ofMillis(sorted[(int) (share * (sorted.length - 1))]));
  }
}
