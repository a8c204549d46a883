package dev.accepted.command;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Somebody ends the process (Ctrl-C, SIGTERM): stops what is under way, and holds the end up until
 * what was seen is told. The exit code is then the JVM's: 128 and the number of the signal.
 */
final class Interruption implements AutoCloseable {

  private static final Logger LOG = System.getLogger(Interruption.class.getName());

  /** Who doesn't want to wait for so long can still kill it. */
  private static final int LONGEST = 10;

  private final Runnable stop;
  private final CountDownLatch told = new CountDownLatch(1);
  private final Thread hook = new Thread(this::hold, "interruption");

  /**
   * From now on.
   *
   * @param stop run by another thread
   */
  Interruption(Runnable stop) {
    this.stop = stop;
    Runtime.getRuntime().addShutdownHook(hook);
  }

  private void hold() {
    stop.run();
    try {
      if (!told.await(LONGEST, TimeUnit.SECONDS)) {
        LOG.log(Level.WARNING, "What was seen can't be told in time");
      }
    } catch (InterruptedException ending) {
      Thread.currentThread().interrupt();
    }
  }

  /** All is told: the process may end. */
  void told() {
    told.countDown();
  }

  /** Nothing goes on any more. */
  @Override
  public void close() {
    told();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException ending) {
      LOG.log(Level.DEBUG, "The process is ending", ending);
    }
  }
}
