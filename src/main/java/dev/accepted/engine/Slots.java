package dev.accepted.engine;

import dev.accepted.engine.registry.JobTypes;
import dev.accepted.engine.registry.RegisteredType;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * The worker slots of this node, overall and by type. A job holds one from its claim until its
 * ending is written.
 */
final class Slots {

  private final Map<String, Integer> all;
  private final Map<String, Integer> idle;
  private int idleOverall;

  Slots(JobTypes types, int overall) {
    all =
        types.all().stream()
            .collect(Collectors.toUnmodifiableMap(RegisteredType::name, RegisteredType::slots));
    idle = new HashMap<>(all);
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

  /** By type, how many there are. */
  Map<String, Integer> all() {
    return all;
  }

  /** By type, how many are taken. */
  synchronized Map<String, Integer> inUse() {
    Map<String, Integer> taken = new HashMap<>(all);
    idle.forEach((type, left) -> taken.merge(type, -left, Integer::sum));
    return taken;
  }
}
