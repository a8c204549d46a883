package dev.accepted.guard.throttle;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.local.SynchronizationStrategy;
import java.time.Clock;
import java.util.concurrent.TimeUnit;

/** Makes token buckets that go by the application's own clock. */
final class Buckets {

  private final Policy policy;
  private final TimeMeter time;
  private final SynchronizationStrategy strategy;

  /**
   * Buckets of one size.
   *
   * @param strategy how they are kept from being drawn on by two at once
   */
  Buckets(Policy policy, Clock clock, SynchronizationStrategy strategy) {
    this.policy = policy;
    this.time = new ClockTime(clock);
    this.strategy = strategy;
  }

  Policy policy() {
    return policy;
  }

  /** A full one. */
  Bucket full() {
    return Bucket.builder()
        .addLimit(
            limit -> limit.capacity(policy.quota()).refillGreedy(policy.quota(), policy.window()))
        .withCustomTimePrecision(time)
        .withSynchronizationStrategy(strategy)
        .build();
  }

  /** Draws one; returns 0, or for how many milliseconds there is none. */
  static long draw(Bucket bucket) {
    ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
    return probe.isConsumed()
        ? 0
        : Math.max(1, TimeUnit.NANOSECONDS.toMillis(probe.getNanosToWaitForRefill()));
  }

  /**
   * The clock as Bucket4j wants it.
   *
   * @param clock read to the millisecond
   */
  private record ClockTime(Clock clock) implements TimeMeter {

    @Override
    public long currentTimeNanos() {
      return TimeUnit.MILLISECONDS.toNanos(clock.millis());
    }

    @Override
    public boolean isWallClockBased() {
      return true;
    }
  }
}
