package dev.accepted.engine;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Tells attempts to stop that have taken longer than they may, and gives up those that do not stop
 * when they are told to.
 */
final class LateJobs {

  /** So long a body may take to stop. */
  static final Duration GRACE = Duration.ofSeconds(10);

  private final RunningAttempts running;
  private final Worker worker;
  private final Clock clock;

  LateJobs(RunningAttempts running, Worker worker, Clock clock) {
    this.running = running;
    this.worker = worker;
    this.clock = clock;
  }

  /** Returns how many were told. */
  int runOnce() {
    Instant now = clock.instant();
    int told = 0;
    for (Attempt attempt : running.all()) {
      if (attempt.stopSignal().raisedBefore(now.minus(GRACE))) {
        attempt
            .stopSignal()
            .reason()
            .filter(reason -> isOver(reason, attempt, now))
            .ifPresent(reason -> worker.abandon(attempt, reason));
      } else if (attempt.isLate(now) && !attempt.stopping()) {
        attempt.stopSignal().raise(StopReason.TIMEOUT);
        told++;
      }
    }
    return told;
  }

  /**
   * Who cancels a job leaves its code the time that it has anyway; a server that stops waits by
   * itself.
   */
  private static boolean isOver(StopReason reason, Attempt attempt, Instant now) {
    return switch (reason) {
      case TIMEOUT, LOST, REMOVED -> true;
      case CANCELED -> attempt.isLate(now.minus(GRACE));
      case SHUTDOWN -> false;
    };
  }
}
