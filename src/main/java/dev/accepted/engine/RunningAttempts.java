package dev.accepted.engine;

import dev.accepted.job.Job;
import dev.accepted.job.JobId;
import dev.accepted.job.JobStatus;
import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** The attempts that run on this node. */
final class RunningAttempts {

  private static final long LOOK_AGAIN_MILLIS = 100;

  private final ConcurrentMap<JobId, Attempt> attempts = new ConcurrentHashMap<>();
  private final Set<Attempt> unsettled = new HashSet<>();

  synchronized void add(Attempt attempt) {
    attempts.put(attempt.id(), attempt);
    unsettled.add(attempt);
  }

  /** Its body has ended: nobody need tell it anything any more. */
  void remove(Attempt attempt) {
    attempts.remove(attempt.id(), attempt);
  }

  /** How an attempt ended has been stored, or never will be. */
  synchronized void settled(Attempt attempt) {
    unsettled.remove(attempt);
    notifyAll();
  }

  /** True if an attempt of this node stands behind a job that is stored as running. */
  synchronized boolean standBehind(Job running) {
    return unsettled.stream()
        .anyMatch(
            attempt ->
                attempt.id().equals(running.id())
                    && attempt.job().state().claim() == running.state().claim());
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
   * Tells the attempt of a job to stop if that is what the stored job says: it was canceled, or it
   * is another's by now.
   */
  void compare(Job stored) {
    Attempt attempt = attempts.get(stored.id());
    if (attempt == null || attempt.job().state().claim() > stored.state().claim()) {
      return;
    }
    boolean own =
        stored.status() == JobStatus.RUNNING
            && stored.state().claim() == attempt.job().state().claim();
    if (!own) {
      attempt.stopSignal().raise(StopReason.LOST);
    } else if (stored.state().cancelRequestedAt() != null) {
      attempt.stopSignal().raise(StopReason.CANCELED);
    }
  }

  /** Tells all attempts to stop because the server does. */
  void stopAll() {
    all().forEach(attempt -> attempt.stopSignal().raise(StopReason.SHUTDOWN));
  }

  /** Waits until all have ended and that is stored, but no longer than that; true if they have. */
  synchronized boolean awaitSettled(Duration atMost) {
    long patience = System.nanoTime() + atMost.toNanos();
    try {
      while (!unsettled.isEmpty() && System.nanoTime() < patience) {
        wait(LOOK_AGAIN_MILLIS);
      }
    } catch (InterruptedException hurry) {
      Thread.currentThread().interrupt();
    }
    return unsettled.isEmpty();
  }
}
