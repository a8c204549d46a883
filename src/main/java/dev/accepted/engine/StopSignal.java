package dev.accepted.engine;

import dev.accepted.job.JobStopped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Tells one attempt to stop: raises a flag, wakes its pauses, runs what it asked to have run, and
 * interrupts its thread, so that a body that waits for something outside notices, too.
 */
final class StopSignal {

  /**
   * A pause looks at the clock at least this often, since a settable clock moves without notice.
   */
  private static final long LOOK_AGAIN_MILLIS = 200;

  private final Clock clock;
  private final Executor executor;
  private final List<Runnable> actions = new ArrayList<>();
  private @Nullable StopReason reason;
  private @Nullable Instant raisedAt;
  private @Nullable Thread runner;

  StopSignal(Clock clock, Executor executor) {
    this.clock = clock;
    this.executor = executor;
  }

  /** The current thread runs the body from now on, unless it is to stop already. */
  synchronized void enter() {
    check();
    runner = Thread.currentThread();
  }

  /** The body has ended: from now on its thread, which serves others next, is left alone. */
  synchronized void leave() {
    runner = null;
    actions.clear();
    Thread.interrupted(); // clears a late interrupt, which was meant for the body
  }

  /** Tells it to stop; the first reason counts. */
  synchronized void raise(StopReason why) {
    if (reason != null) {
      return;
    }
    reason = why;
    raisedAt = clock.instant();
    actions.forEach(executor::execute);
    if (runner != null) {
      runner.interrupt();
    }
    notifyAll();
  }

  synchronized Optional<StopReason> reason() {
    return Optional.ofNullable(reason);
  }

  /** True if it was told to stop before that. */
  synchronized boolean raisedBefore(Instant time) {
    return raisedAt != null && raisedAt.isBefore(time);
  }

  synchronized void onStop(Runnable action) {
    if (reason != null) {
      executor.execute(action);
    } else {
      actions.add(action);
    }
  }

  synchronized void check() {
    if (reason != null) {
      throw new JobStopped();
    }
  }

  /** Waits that long on the clock, or until it is told to stop. */
  synchronized void pause(Duration duration) throws InterruptedException {
    Instant end = clock.instant().plus(duration);
    check();
    for (long left = millisUntil(end); left > 0; left = millisUntil(end)) {
      wait(Math.min(left, LOOK_AGAIN_MILLIS));
      check();
    }
  }

  private long millisUntil(Instant end) {
    return Duration.between(clock.instant(), end).toMillis();
  }
}
