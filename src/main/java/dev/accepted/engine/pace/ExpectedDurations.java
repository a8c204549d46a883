package dev.accepted.engine.pace;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.accepted.job.JobId;
import java.time.Duration;
import java.util.Optional;

/** What types foretold of their jobs when these were submitted; forgotten when the server stops. */
public final class ExpectedDurations {

  private final Cache<JobId, Duration> byJob =
      Caffeine.newBuilder().maximumSize(20_000).executor(Runnable::run).build();

  /** Remembers what was foretold of a job; of 20,000 jobs at most. */
  public void put(JobId id, Duration duration) {
    byJob.put(id, duration);
  }

  Optional<Duration> of(JobId id) {
    return Optional.ofNullable(byJob.getIfPresent(id));
  }
}
