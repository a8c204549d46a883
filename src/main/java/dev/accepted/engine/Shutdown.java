package dev.accepted.engine;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;

/**
 * How the engine stops. The lease is renewed meanwhile, since the server has stopped the timers
 * that do so otherwise: what still runs would be taken for lost by the other nodes.
 */
final class Shutdown {

  private static final Logger LOG = System.getLogger(Shutdown.class.getName());
  private static final Duration BETWEEN_RENEWALS = Duration.ofSeconds(1);

  /** How long jobs that were told to stop have for it. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Core core;
  private final Dispatcher dispatcher;
  private final Membership membership;

  Shutdown(Core core, Dispatcher dispatcher, Membership membership) {
    this.core = core;
    this.dispatcher = dispatcher;
    this.membership = membership;
  }

  /**
   * Starts nothing more, waits for what runs, and stops what still does then.
   *
   * @param drain how long what runs may go on
   */
  void run(Duration drain) {
    dispatcher.stop();
    awaitBegun();
    if (!settledWithin(drain)) {
      core.running().stopAll();
      if (!settledWithin(PATIENCE)) {
        LOG.log(
            Level.WARNING,
            "Some jobs did not stop in time; they are tried again at the next start");
      }
    }
  }

  private boolean settledWithin(Duration atMost) {
    long end = System.nanoTime() + atMost.toNanos();
    boolean settled = core.running().awaitSettled(Duration.ZERO);
    for (long left = atMost.toNanos(); !settled && left > 0; left = end - System.nanoTime()) {
      membership.renew();
      Duration pause = Duration.ofNanos(Math.min(left, BETWEEN_RENEWALS.toNanos()));
      settled = core.running().awaitSettled(pause);
    }
    return settled;
  }

  /** What was started before the dispatcher stopped has begun once the writer has come this far. */
  private void awaitBegun() {
    core.writer()
        .write(session -> true)
        .exceptionally(
            down -> {
              LOG.log(Level.DEBUG, "The store is down while the server stops", down);
              return false;
            })
        .join();
  }
}
