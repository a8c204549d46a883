package dev.accepted.metrics;

import io.prometheus.metrics.core.datapoints.CounterDataPoint;
import io.prometheus.metrics.core.metrics.Counter;
import java.util.function.IntSupplier;

/** Counts those who ask too often. */
public final class ThrottleMetrics {

  private final Counter throttled;
  private final CounterDataPoint offenderRequests;
  private volatile IntSupplier blocked = () -> 0;

  ThrottleMetrics(Metrics metrics) {
    throttled = metrics.throttled;
    offenderRequests = metrics.offenderRequests.labelValues();
  }

  /** Where to read off how many are blocked. */
  public void readBlocked(IntSupplier count) {
    blocked = count;
  }

  int blocked() {
    return blocked.getAsInt();
  }

  /**
   * A request was refused.
   *
   * @param policy what it was too much for; one of a few names
   */
  public void refused(String policy) {
    throttled.labelValues(policy).inc();
  }

  /** One came from somebody who is not listened to. */
  public void offenderRequest() {
    offenderRequests.inc();
  }
}
