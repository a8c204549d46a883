package dev.accepted.bench.load;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** What came back while it was counted. */
public final class Tally {

  private final Map<Integer, Long> statuses = new TreeMap<>();
  private long[] latencies = new long[1024];
  private int count;

  void add(int status, long latencyNanos) {
    statuses.merge(status, 1L, Long::sum);
    if (count == latencies.length) {
      latencies = Arrays.copyOf(latencies, 2 * count);
    }
    latencies[count++] = latencyNanos;
  }

  /** How many answers. */
  public int count() {
    return count;
  }

  /** The latencies in nanoseconds, in no order. */
  public long[] latencies() {
    return Arrays.copyOf(latencies, count);
  }

  /**
   * Passes if every answer was of that status.
   *
   * @throws IllegalStateException if not, or if there was none
   */
  public Tally onlyOf(int status) {
    if (!statuses.keySet().equals(java.util.Set.of(status))) {
      throw new IllegalStateException("answers should all be " + status + ", but: " + statuses);
    }
    return this;
  }
}
