package dev.accepted.engine;

import dev.accepted.job.Job;
import dev.accepted.job.LogLine;
import dev.accepted.store.GroupCommit;
import dev.accepted.store.JobLog;
import dev.accepted.store.JobStore;
import dev.accepted.store.StoreUnavailable;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Stores how attempts ended. An ending that can't be stored, because the store is out of order, is
 * kept and tried again at each pass: the work is done, and is not to be done twice.
 */
final class Finisher {

  private final GroupCommit writer;
  private final Transitions transitions;
  private final TypeDurations durations;
  private final Queue<Runnable> again = new ConcurrentLinkedQueue<>();

  Finisher(GroupCommit writer, Transitions transitions, TypeDurations durations) {
    this.writer = writer;
    this.transitions = transitions;
    this.durations = durations;
  }

  /**
   * Stores an ending with the last lines of the log.
   *
   * @param written called once, when the ending is written or has failed to be: on the writer's
   *     thread, so that a claim behind it finds its slot free, and none before it does
   * @return true if it happened; false if the job was no longer this attempt's
   */
  CompletableFuture<Boolean> finish(
      Job running, Ending ending, List<LogLine> lines, Runnable written) {
    CompletableFuture<Boolean> finished = new CompletableFuture<>();
    attempt(running, ending, lines, once(written), finished);
    return finished;
  }

  /** A batch that fails is written again, one by one. */
  private static Runnable once(Runnable action) {
    AtomicBoolean done = new AtomicBoolean();
    return () -> {
      if (done.compareAndSet(false, true)) {
        action.run();
      }
    };
  }

  private void attempt(
      Job running,
      Ending ending,
      List<LogLine> lines,
      Runnable written,
      CompletableFuture<Boolean> finished) {
    Job after = ending.change().apply(running);
    writer
        .write(
            session -> {
              boolean happened =
                  ending.work().isPresent()
                      ? JobStore.succeed(session, after, ending.work().get())
                      : JobStore.leaveRunning(session, after);
              if (happened) {
                JobLog.append(session, running.id(), lines);
              }
              written.run();
              return happened;
            },
            happened -> {
              if (happened) {
                tell(running, ending);
              }
            })
        .whenComplete(
            (happened, failure) -> {
              written.run();
              if (failure instanceof StoreUnavailable) {
                again.add(() -> attempt(running, ending, lines, written, finished));
              } else if (failure != null) {
                finished.completeExceptionally(failure);
              } else {
                finished.complete(happened);
              }
            });
  }

  private void tell(Job running, Ending ending) {
    Job after = transitions.changed(running, ending.change(), ending.kind());
    if (ending.work().isPresent()
        && after.state().finishedAt() != null
        && running.state().startedAt() != null) {
      durations.add(
          running.type(),
          Duration.between(running.state().startedAt(), after.state().finishedAt()));
    }
  }

  /** Tries again what could not be stored; returns how many endings that were. */
  int runOnce() {
    int tried = 0;
    for (int waiting = again.size(); waiting > 0; waiting--) {
      Runnable next = again.poll();
      if (next != null) {
        next.run();
        tried++;
      }
    }
    return tried;
  }
}
