package dev.accepted.engine.threads;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Threads in job code that was told to stop and does not: nobody waits for them any more. A thread
 * can't be ended from outside, so each is one less for the others, and only so many give their
 * slots back.
 */
public final class AbandonedThreads {

  /** The executor has that many threads more than the most slots and what answers need. */
  static final int MOST_REPLACED = 16;

  /** Those whose slots are not given back before they are. */
  private final Map<Object, Runnable> kept = new HashMap<>();

  private final Set<Object> replaced = new HashSet<>();

  /**
   * Another.
   *
   * @param attempt what it is in
   * @param slot gives its slot back
   * @return the same, or nothing to do now if the slot has to be kept
   */
  public synchronized Runnable add(Object attempt, Runnable slot) {
    if (replaced.size() < MOST_REPLACED) {
      replaced.add(attempt);
      return slot;
    }
    kept.put(attempt, slot);
    return () -> {};
  }

  /** It came back after all. */
  public synchronized void returned(Object attempt) {
    replaced.remove(attempt);
    Runnable slot = kept.remove(attempt);
    if (slot != null) {
      slot.run();
    }
  }

  /** How many there are. */
  public synchronized int count() {
    return replaced.size() + kept.size();
  }
}
