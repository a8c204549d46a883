package dev.accepted.engine.threads;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/**
 * Runs tasks on another executor, and hands those over again that it hasn't begun long after it
 * took them. Payara Server drops, without a word, what its executor is handed while it starts the
 * application; whoever waits for such a task would wait for ever. Each task is run once, however
 * often it is handed over.
 *
 * <p>It has no timer of its own: somebody calls {@link #runOnce}. How much it remembers is bounded
 * by who makes the tasks. One that merely waits for a thread is handed over again after twice as
 * long each time, so that the other executor's queue grows by a handful at most.
 */
public final class UntilBegun implements Executor {

  private static final Logger LOG = System.getLogger(UntilBegun.class.getName());

  /** What isn't begun by then is handed over for a second time. */
  static final Duration FIRST_WAIT = Duration.ofSeconds(2);

  private final Executor threads;
  private final Clock clock;
  private final Set<Ticket> notBegun = ConcurrentHashMap.newKeySet();

  /** Makes one on that executor. */
  public UntilBegun(Executor threads, Clock clock) {
    this.threads = threads;
    this.clock = clock;
  }

  /** A task that was handed over. */
  private final class Ticket implements Runnable {

    private final Runnable task;
    private volatile Instant since;
    private Duration wait = FIRST_WAIT;

    Ticket(Runnable task) {
      this.task = task;
      this.since = clock.instant();
    }

    @Override
    public void run() {
      if (notBegun.remove(this)) {
        task.run();
      }
    }

    /** A clock that was set back must not keep it waiting. */
    boolean isLate(Instant now) {
      return now.isBefore(since) || !now.isBefore(since.plus(wait));
    }

    /** Handed over now, and again after twice as long. */
    void renew(Instant now) {
      since = now;
      wait = wait.multipliedBy(2);
    }
  }

  /**
   * Hands it over.
   *
   * @throws RejectedExecutionException if the other executor takes no more; the task is not run
   */
  @Override
  public void execute(Runnable task) {
    Ticket ticket = new Ticket(task);
    notBegun.add(ticket);
    boolean taken = false;
    try {
      threads.execute(ticket);
      taken = true;
    } finally {
      if (!taken) {
        notBegun.remove(ticket);
      }
    }
  }

  /** Hands over again what is late; returns how many that were. One thread at a time. */
  public synchronized int runOnce() {
    Instant now = clock.instant();
    int again = 0;
    for (Ticket ticket : notBegun) {
      if (ticket.isLate(now)) {
        ticket.renew(now);
        try {
          threads.execute(ticket);
          again++;
        } catch (RejectedExecutionException stopping) {
          LOG.log(Level.DEBUG, "The server stops; some tasks are not begun any more", stopping);
          return again;
        }
      }
    }
    if (again > 0) {
      LOG.log(Level.INFO, "{0} tasks were not begun in time; they are handed over again", again);
    }
    return again;
  }
}
