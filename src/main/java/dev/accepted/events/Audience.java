package dev.accepted.events;

import dev.accepted.job.JobId;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Consumer;

/**
 * All who follow. Those who follow one job are found by it: where thousands do, an event concerns
 * few of them, and the others aren't asked.
 */
final class Audience {

  private final Set<EventCursor> all = ConcurrentHashMap.newKeySet();
  private final Set<EventCursor> ofMany = ConcurrentHashMap.newKeySet();
  private final ConcurrentMap<JobId, Set<EventCursor>> ofOne = new ConcurrentHashMap<>();

  void add(EventCursor cursor) {
    all.add(cursor);
    if (cursor.topic() instanceof Topic.OneJob one) {
      ofOne.compute(
          one.id(),
          (id, present) -> {
            Set<EventCursor> here = present == null ? ConcurrentHashMap.newKeySet(1) : present;
            here.add(cursor);
            return here;
          });
    } else {
      ofMany.add(cursor);
    }
  }

  void remove(EventCursor cursor) {
    all.remove(cursor);
    if (cursor.topic() instanceof Topic.OneJob one) {
      ofOne.computeIfPresent(
          one.id(),
          (id, here) -> {
            here.remove(cursor);
            return here.isEmpty() ? null : here;
          });
    } else {
      ofMany.remove(cursor);
    }
  }

  boolean isEmpty() {
    return all.isEmpty();
  }

  int size() {
    return all.size();
  }

  void forEach(Consumer<EventCursor> action) {
    all.forEach(action);
  }

  /**
   * Offers what an entry stands for to those whom it may concern.
   *
   * @param entry events of one job
   * @param reached gets those who have something to take now
   */
  void offer(List<Event> entry, Collection<EventCursor> reached) {
    Consumer<EventCursor> offer =
        cursor -> {
          if (cursor.offer(entry)) {
            reached.add(cursor);
          }
        };
    ofMany.forEach(offer);
    ofOne.getOrDefault(entry.get(0).job().id(), Set.of()).forEach(offer);
  }
}
