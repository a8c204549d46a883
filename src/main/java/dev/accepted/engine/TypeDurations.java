package dev.accepted.engine;

import dev.accepted.store.JobQueries.Took;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** How long the last jobs of each type took. */
final class TypeDurations {

  private static final int KEPT = 64;

  private final ConcurrentMap<String, Deque<Duration>> byType = new ConcurrentHashMap<>();

  /** Remembers what the store knows, newest first. */
  void seed(List<Took> newestFirst) {
    for (int i = newestFirst.size() - 1; i >= 0; i--) {
      add(newestFirst.get(i).type(), newestFirst.get(i).duration());
    }
  }

  void add(String type, Duration duration) {
    byType.compute(
        type,
        (name, present) -> {
          Deque<Duration> last =
              present == null ? new ArrayDeque<>(KEPT) : new ArrayDeque<>(present);
          if (last.size() == KEPT) {
            last.removeFirst();
          }
          last.addLast(duration);
          return last;
        });
  }

  /**
   * The duration that this share of the last jobs did not exceed; empty if there were none.
   *
   * @param share 0.5 for the median
   */
  Optional<Duration> quantile(String type, double share) {
    Deque<Duration> last = byType.get(type);
    if (last == null) {
      return Optional.empty();
    }
    List<Duration> sorted = last.stream().sorted().toList();
    return Optional.of(sorted.get((int) (share * (sorted.size() - 1))));
  }
}
