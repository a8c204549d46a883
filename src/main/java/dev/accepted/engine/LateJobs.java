package dev.accepted.engine;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** Tells attempts to stop that have taken longer than they may. */
final class LateJobs {

  private final RunningAttempts running;
  private final Clock clock;

  LateJobs(RunningAttempts running, Clock clock) {
    this.running = running;
    this.clock = clock;
  }

  /** Returns how many were told. */
  int runOnce() {
    Instant now = clock.instant();
    List<Attempt> late = running.all().stream().filter(attempt -> attempt.isLate(now)).toList();
    late.forEach(attempt -> attempt.stopSignal().raise(StopReason.TIMEOUT));
    return late.size();
  }
}
