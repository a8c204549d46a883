package dev.accepted.engine.quota;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/**
 * A bucket for each caller, with room for as many submissions as a minute may have; it fills up
 * steadily. A caller that has been away for two minutes has a full one, and needs none.
 */
final class SubmissionRates {

  private static final Duration WINDOW = Duration.ofMinutes(1);
  private static final Duration FORGOTTEN = WINDOW.multipliedBy(2);
  private static final int MOST_CALLERS = 100_000;

  private final long limit;
  private final TimeMeter time;
  private final Cache<String, Bucket> buckets;

  SubmissionRates(long limit, Clock clock) {
    this.limit = limit;
    this.time = new ClockTime(clock);
    this.buckets =
        Caffeine.newBuilder()
            .maximumSize(MOST_CALLERS)
            .expireAfterAccess(FORGOTTEN)
            .ticker(time::currentTimeNanos)
            .executor(Runnable::run)
            .build();
  }

  /** Time as the server's clock tells it, so that tests can step it. */
  private record ClockTime(Clock clock) implements TimeMeter {

    @Override
    public long currentTimeNanos() {
      Instant now = clock.instant();
      return TimeUnit.SECONDS.toNanos(now.getEpochSecond()) + now.getNano();
    }

    @Override
    public boolean isWallClockBased() {
      return true;
    }
  }

  /** Takes one submission; zero if there was one, else how long until there is. */
  Duration take(String owner) {
    return Duration.ofNanos(
        bucket(owner).tryConsumeAndReturnRemaining(1).getNanosToWaitForRefill());
  }

  /** How long until there is one; zero if there is. None is taken. */
  Duration untilNext(String owner) {
    return Duration.ofNanos(bucket(owner).estimateAbilityToConsume(1).getNanosToWaitForRefill());
  }

  /** How many of the minute's are taken. */
  long used(String owner) {
    return limit - bucket(owner).getAvailableTokens();
  }

  private Bucket bucket(String owner) {
    return buckets.get(
        owner,
        first ->
            Bucket.builder()
                .addLimit(Bandwidth.builder().capacity(limit).refillGreedy(limit, WINDOW).build())
                .withCustomTimePrecision(time)
                .build());
  }
}
