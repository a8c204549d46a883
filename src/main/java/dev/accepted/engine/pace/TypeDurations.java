package dev.accepted.engine.pace;

import dev.accepted.store.JobQueries.Took;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** How long the last jobs of each type took. */
public final class TypeDurations {

  private final ConcurrentMap<String, LastDurations> byType = new ConcurrentHashMap<>();

  /** Remembers what the store knows, newest first. */
  public void seed(List<Took> newestFirst) {
    for (int i = newestFirst.size() - 1; i >= 0; i--) {
      add(newestFirst.get(i).type(), newestFirst.get(i).duration());
    }
  }

  /** One more job of that type has ended, and took so long. */
  public void add(String type, Duration duration) {
    byType.computeIfAbsent(type, name -> new LastDurations()).add(duration);
  }

  /**
   * The duration that this share of the last jobs did not exceed; empty if there were none.
   *
   * @param share 0.5 for the median
   */
  Optional<Duration> quantile(String type, double share) {
    return Optional.ofNullable(byType.get(type)).flatMap(last -> last.quantile(share));
  }
}
