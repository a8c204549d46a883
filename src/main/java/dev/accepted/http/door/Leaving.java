package dev.accepted.http.door;

import dev.accepted.engine.Engine;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.management.AttributeChangeNotification;
import javax.management.Notification;
import javax.management.NotificationListener;
import org.jspecify.annotations.Nullable;

/**
 * What is done when the server says that it is about to stop, while everything still works: an
 * application that learns of it by being taken away can answer nobody any more. The server sends
 * its notices from the thread that stops it, and goes on when they have been taken note of; so a
 * server that lingers does so here.
 */
final class Leaving implements NotificationListener {

  private static final Logger LOG = System.getLogger(Leaving.class.getName());

  private final Engine engine;
  private final Duration linger;
  private final Semaphore staying = new Semaphore(0);
  private volatile boolean leaves;

  /**
   * Nothing happens yet.
   *
   * @param linger how long requests are turned away before the server goes on stopping
   */
  Leaving(Engine engine, Duration linger) {
    this.engine = engine;
    this.linger = linger;
  }

  @Override
  public void handleNotification(Notification notification, @Nullable Object handback) {
    if (notification instanceof AttributeChangeNotification change) {
      switch (String.valueOf(change.getNewValue()).toLowerCase(Locale.ROOT)) {
        case "suspending", "stopping" -> leave();
        case "normal" -> stay();
        default ->
            LOG.log(Level.TRACE, "{0}: {1}", change.getAttributeName(), change.getNewValue());
      }
    }
  }

  private void leave() {
    if (leaves) {
      return;
    }
    leaves = true;
    staying.drainPermits();
    engine.turnAway();
    linger();
    // From now on the timers rest, and with them what else renews it.
    engine.renewLease();
  }

  private void linger() {
    try {
      if (staying.tryAcquire(linger.toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.log(Level.INFO, "The server goes on after all");
      }
    } catch (InterruptedException hurry) {
      Thread.currentThread().interrupt();
    }
  }

  private void stay() {
    if (leaves) {
      leaves = false;
      engine.goOn();
      staying.release();
    }
  }
}
