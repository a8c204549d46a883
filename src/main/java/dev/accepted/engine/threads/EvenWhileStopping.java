package dev.accepted.engine.threads;

import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/**
 * Runs tasks on another executor; when that takes no more, because the server stops, on the thread
 * that brings them.
 *
 * @param threads the other executor
 */
public record EvenWhileStopping(Executor threads) implements Executor {

  @Override
  public void execute(Runnable task) {
    try {
      threads.execute(task);
    } catch (RejectedExecutionException stopping) {
      task.run();
    }
  }
}
