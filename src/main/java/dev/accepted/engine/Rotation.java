package dev.accepted.engine;

import dev.accepted.store.ClaimedJob;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;

/**
 * Which type's job comes next, where there are not slots enough for the next of each: within a
 * priority, types take turns. So what waits of one type doesn't starve what waits of another, and
 * the callers that have it submitted. For one thread.
 */
final class Rotation {

  /** When a job of a type was last taken, in the order of the takings. */
  private final Map<String, Long> lastTaken = new HashMap<>();

  private long takings;

  /** A job of that type has been taken. */
  void taken(String type) {
    lastTaken.put(type, ++takings);
  }

  /**
   * All of them in the order in which they are to be taken.
   *
   * @param candidates by type, in the order of its queue; they are emptied
   */
  List<ClaimedJob> merged(Map<String, Queue<ClaimedJob>> candidates) {
    Map<String, Long> last = new HashMap<>(lastTaken);
    long taking = takings;
    List<ClaimedJob> merged = new ArrayList<>();
    Comparator<ClaimedJob> order =
        Comparator.<ClaimedJob>comparingInt(claimed -> -claimed.job().options().priority())
            .thenComparing(claimed -> last.getOrDefault(claimed.job().type(), 0L))
            .thenComparing(claimed -> claimed.job().id());
    candidates.values().removeIf(Queue::isEmpty);
    while (!candidates.isEmpty()) {
      ClaimedJob next = candidates.values().stream().map(Queue::element).min(order).orElseThrow();
      String type = next.job().type();
      merged.add(next);
      last.put(type, ++taking);
      Queue<ClaimedJob> rest = candidates.get(type);
      if (rest != null) {
        rest.remove();
        if (rest.isEmpty()) {
          candidates.remove(type);
        }
      }
    }
    return merged;
  }
}
