package dev.accepted.engine.threads;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Runs short tasks on the threads of another executor, several on one thread: when a commit lets
 * many requests go at once, there need not be a thread woken for each. A lone task is handed over
 * at once. How many tasks wait is bounded by who makes them: requests that are held.
 *
 * <p>A server that stops takes no more tasks, while requests are still to be answered whose jobs
 * are stored: those are run by who brings them.
 */
public final class BatchExecutor implements Executor {

  private static final Logger LOG = System.getLogger(BatchExecutor.class.getName());

  /** When so many wait for a thread, another one helps. */
  private static final int TASKS_PER_THREAD = 16;

  private final Executor threads;
  private final int mostThreads;
  private final Queue<Runnable> waiting = new ConcurrentLinkedQueue<>();
  private final AtomicInteger size = new AtomicInteger();
  private final AtomicInteger running = new AtomicInteger();

  /**
   * Makes one.
   *
   * @param mostThreads how many of the threads it takes at most at once
   */
  public BatchExecutor(Executor threads, int mostThreads) {
    this.threads = threads;
    this.mostThreads = mostThreads;
  }

  /** One that takes no more of the threads at once than there are processors. */
  public static Executor onFew(Executor threads) {
    return new BatchExecutor(threads, Runtime.getRuntime().availableProcessors());
  }

  /** The same that leaves half of the processors to others, as far as there are two. */
  public static Executor onFewer(Executor threads) {
    return new BatchExecutor(threads, Math.max(1, Runtime.getRuntime().availableProcessors() / 2));
  }

  @Override
  public void execute(Runnable task) {
    waiting.add(task);
    size.incrementAndGet();
    try {
      startIfNeeded();
    } catch (RejectedExecutionException stopping) {
      if (waiting.remove(task)) {
        size.decrementAndGet();
        run(task);
      }
    }
  }

  private void startIfNeeded() {
    int now = running.get();
    while (now < mostThreads && size.get() > now * TASKS_PER_THREAD) {
      if (running.compareAndSet(now, now + 1)) {
        start();
        return;
      }
      now = running.get();
    }
  }

  private void start() {
    boolean started = false;
    try {
      threads.execute(this::drain);
      started = true;
    } finally {
      if (!started) {
        running.decrementAndGet();
      }
    }
  }

  private void drain() {
    for (Runnable task = waiting.poll(); task != null; task = waiting.poll()) {
      size.decrementAndGet();
      run(task);
    }
    running.decrementAndGet();
    // One may have come after the last look, and have found this thread still running.
    startIfNeeded();
  }

  private static void run(Runnable task) {
    try {
      task.run();
    } catch (RuntimeException bug) {
      LOG.log(Level.ERROR, "A short task failed", bug);
    }
  }
}
