package dev.accepted.engine;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * The worker slots of this node, overall and by type. A job holds one from its claim until its
 * ending is written.
 */
final class Slots {

  private final Map<String, Integer> idle = new HashMap<>();
  private int idleOverall;

  Slots(JobTypes types, int overall) {
    types.all().forEach(type -> idle.put(type.name(), type.slots()));
    idleOverall = overall;
  }

  /** How many jobs of a type could be started now. */
  synchronized int idle(String type) {
    return Math.min(idleOverall, Objects.requireNonNull(idle.get(type)));
  }

  /** How many jobs could be started now, whatever their types. */
  synchronized int idle() {
    return idleOverall;
  }

  /** Takes one for a job of that type; false if none is idle. */
  synchronized boolean take(String type) {
    if (idle(type) == 0) {
      return false;
    }
    idle.merge(type, -1, Integer::sum);
    idleOverall--;
    return true;
  }

  synchronized void release(String type) {
    idle.merge(type, 1, Integer::sum);
    idleOverall++;
  }
}
