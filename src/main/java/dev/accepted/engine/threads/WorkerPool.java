package dev.accepted.engine.threads;

import dev.accepted.store.ClaimedJob;

/** Where claimed jobs are run. */
@FunctionalInterface
public interface WorkerPool {

  /**
   * Runs the job's body on a thread of the pool; returns at once.
   *
   * @param ended called once, when the body has ended and that is written
   * @throws java.util.concurrent.RejectedExecutionException if the pool takes no more, because the
   *     server stops
   */
  void start(ClaimedJob claimed, Runnable ended);
}
