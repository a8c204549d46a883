package dev.accepted.engine;

import java.util.ArrayList;
import java.util.List;

/**
 * The slots that one write has taken for the jobs that it starts, until its transaction is
 * committed. For the writer's thread only: a batch that fails is performed again, write by write,
 * so each begins by giving back what it took before.
 */
final class Reservation {

  private final Slots slots;
  private final List<String> taken = new ArrayList<>(1);

  Reservation(Slots slots) {
    this.slots = slots;
  }

  /** Takes one more; false if none is idle. */
  boolean take(String type) {
    return slots.take(type) && taken.add(type);
  }

  /** Nothing came of it. */
  void giveBack() {
    taken.forEach(slots::release);
    taken.clear();
  }
}
