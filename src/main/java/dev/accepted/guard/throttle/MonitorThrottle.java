package dev.accepted.guard.throttle;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.accepted.job.Job;
import dev.accepted.job.JobId;
import io.github.bucket4j.local.SynchronizationStrategy;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Holds clients to the {@code Retry-After} that monitors have answered them with. A first poll is
 * free, and so is one after the job's state has changed; any other that comes too soon draws on a
 * small bucket. Only what this node has answered counts: who is sent from node to node finds all of
 * them more lenient.
 */
public final class MonitorThrottle {

  /** Room for some sixty thousand pairs of a visitor and a job. */
  private static final long MOST_BYTES = 32L << 20;

  /** A monitor that a visitor has not asked for so long is new to it. */
  private static final Duration KEPT = Duration.ofMinutes(10);

  /** Two longs, the bucket that may come, the key's and the cache's objects. */
  private static final int OVERHEAD_BYTES = 480;

  /** A poll may come so much of its wait too soon: a client's clock may be fast. */
  private static final int TOLERATED_PERCENT = 10;

  /** And so much in any case: timers are coarse. */
  private static final long TOLERATED_MILLIS = 250;

  private static final int PRIME = 31;

  private final Clock clock;
  private final Buckets buckets;
  private final Cache<Pair, Grants> known;

  private record Pair(Visitor visitor, JobId job) {

    int weight() {
      return OVERHEAD_BYTES + visitor.weight();
    }
  }

  /**
   * A throttle.
   *
   * @param earlyPolls how many polls of one monitor may come too soon, in a minute
   */
  public MonitorThrottle(Clock clock, long earlyPolls) {
    this.clock = clock;
    // Whoever has the grants has the bucket.
    this.buckets =
        new Buckets(Policy.aMinute(Policy.POLLS, earlyPolls), clock, SynchronizationStrategy.NONE);
    this.known =
        Caffeine.newBuilder()
            .executor(Runnable::run)
            .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
            .maximumWeight(MOST_BYTES)
            .weigher((Pair pair, Grants grants) -> pair.weight())
            .expireAfterAccess(KEPT)
            .build();
  }

  /**
   * One more poll of an unfinished job's monitor.
   *
   * @param retryAfter the seconds that its answer will name
   * @return how it is too much; empty if it is to be answered
   */
  public Optional<Excess> poll(Visitor visitor, Job job, long retryAfter) {
    Grants grants = known.get(new Pair(visitor, job.id()), pair -> new Grants());
    long now = clock.millis();
    long early = grants.poll(now, state(job), now + shortest(retryAfter), buckets);
    return early == 0 ? Optional.empty() : Optional.of(Excess.of(buckets.policy(), early));
  }

  /**
   * Whether somebody comes too soon.
   *
   * @param gap how long after the last answer, in milliseconds
   * @param retryAfter the seconds that it named
   */
  public static boolean isEarly(long gap, long retryAfter) {
    return gap < shortest(retryAfter);
  }

  /** After how many milliseconds it isn't. */
  private static long shortest(long retryAfter) {
    long wait = TimeUnit.SECONDS.toMillis(retryAfter);
    return wait - wait * TOLERATED_PERCENT / 100 - TOLERATED_MILLIS;
  }

  /** The next poll of that monitor is free: the visitor has reason to look. */
  public void allow(Visitor visitor, JobId job) {
    Grants grants = known.getIfPresent(new Pair(visitor, job));
    if (grants != null) {
      grants.add(clock.millis());
    }
  }

  /** What of a job a client would want to know at once. */
  private static int state(Job job) {
    int canceling = job.state().cancelRequestedAt() == null ? 0 : 1;
    return 2 * (PRIME * job.state().attempt() + job.status().wireName().hashCode()) + canceling;
  }
}
