package dev.accepted.http.faulty;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.accepted.job.JobId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;

/**
 * What this node has answered about jobs below {@code /api/faulty}: so much as “at first” and “now
 * and then” need. Of the latest only; what is forgotten begins anew.
 */
@ApplicationScoped
public class Pasts {

  /** Each takes a kilobyte at most. */
  private static final long MOST = 10_000;

  private static final Duration REMEMBERED = Duration.ofHours(1);

  private final Cache<String, Past> all;
  private final Instant start;

  /** For the container's proxy. */
  Pasts() {
    this(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));
  }

  @Inject
  Pasts(Clock clock) {
    start = clock.instant();
    all =
        Caffeine.newBuilder()
            .executor(Runnable::run)
            .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
            .maximumSize(MOST)
            .expireAfterAccess(REMEMBERED)
            .build();
  }

  /** There from the start, so that it knows when that was. */
  void begin(@Observes @Initialized(ApplicationScoped.class) Object started) {}

  /** What a caller was told of a job; nothing of what can't be one. */
  Past of(String owner, String job) {
    return JobId.parse(job)
        .map(id -> all.get(owner + ' ' + id, fresh -> new Past()))
        .orElseGet(Past::new);
  }

  /** Whether a job is older than this node's start. */
  boolean isOld(String job) {
    Instant begun = start;
    return JobId.parse(job).filter(id -> id.time().isBefore(begun)).isPresent();
  }
}
