package dev.accepted.engine;

import dev.accepted.job.JobId;
import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** The attempts that run on this node. */
final class RunningAttempts {

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final long LOOK_AGAIN_MILLIS = 100;

  private final ConcurrentMap<JobId, Attempt> attempts = new ConcurrentHashMap<>();
  private int unsettled;

  synchronized void add(Attempt attempt) {
    attempts.put(attempt.id(), attempt);
    unsettled++;
  }

  /** Its body has ended: nobody need tell it anything any more. */
  void remove(Attempt attempt) {
    attempts.remove(attempt.id(), attempt);
  }

  /** How an attempt ended has been stored, or never will be. */
  synchronized void settled() {
    unsettled--;
    notifyAll();
  }

  Optional<Attempt> find(JobId id) {
    return Optional.ofNullable(attempts.get(id));
  }

  Collection<Attempt> all() {
    return Collections.unmodifiableCollection(attempts.values());
  }

  /** Tells the attempt of that job to stop, if it has one here. */
  boolean stop(JobId id, StopReason reason) {
    Optional<Attempt> attempt = find(id);
    attempt.ifPresent(running -> running.stopSignal().raise(reason));
    return attempt.isPresent();
  }

  /**
   * Tells all attempts to stop because the server does, and waits a while for them to end; true if
   * all have.
   */
  synchronized boolean stopAll() {
    all().forEach(attempt -> attempt.stopSignal().raise(StopReason.SHUTDOWN));
    long patience = System.nanoTime() + PATIENCE.toNanos();
    try {
      while (unsettled > 0 && System.nanoTime() < patience) {
        wait(LOOK_AGAIN_MILLIS);
      }
    } catch (InterruptedException hurry) {
      Thread.currentThread().interrupt();
    }
    return unsettled == 0;
  }
}
