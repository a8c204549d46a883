package dev.accepted.guard.throttle;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.local.SynchronizationStrategy;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Bounds the requests of each visitor, whatever they ask for. */
public final class RequestThrottle {

  /** A bucket takes about 300 bytes. */
  private static final long MOST_VISITORS = 50_000;

  private final Buckets buckets;
  private final Cache<Visitor, Bucket> known;

  /**
   * A throttle.
   *
   * @param requests how many a visitor has, in a minute
   */
  public RequestThrottle(Clock clock, long requests) {
    this.buckets =
        new Buckets(
            Policy.aMinute(Policy.REQUESTS, requests), clock, SynchronizationStrategy.LOCK_FREE);
    this.known =
        Caffeine.newBuilder()
            .executor(Runnable::run)
            .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
            .maximumSize(MOST_VISITORS)
            // Not asked for a window's time it is full, as a new one is.
            .expireAfterAccess(buckets.policy().window())
            .build();
  }

  /** One more; how it is too much, empty if it is to be answered. */
  public Optional<Excess> draw(Visitor visitor) {
    long wait = Buckets.draw(known.get(visitor, asked -> buckets.full()));
    return wait == 0 ? Optional.empty() : Optional.of(Excess.of(buckets.policy(), wait));
  }
}
