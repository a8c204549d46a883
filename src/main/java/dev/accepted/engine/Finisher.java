package dev.accepted.engine;

import dev.accepted.engine.logging.Logfmt;
import dev.accepted.engine.pace.TypeDurations;
import dev.accepted.job.Job;
import dev.accepted.job.LogLine;
import dev.accepted.sql.Pending;
import dev.accepted.sql.Session;
import dev.accepted.store.FinishedWork;
import dev.accepted.store.GroupCommit;
import dev.accepted.store.JobStore;
import dev.accepted.store.StoreRefused;
import dev.accepted.store.StoreUnavailable;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Stores how attempts ended. An ending that can't be stored now, because the store is out of order,
 * is kept and tried again at each pass: the work is done, and is not to be done twice. One that the
 * store refuses would be refused for ever: the job fails instead. Should even that be refused, the
 * job is left as it is, and the next start of the server rescues it.
 */
final class Finisher {

  private static final Logger LOG = System.getLogger(Finisher.class.getName());

  private final GroupCommit writer;
  private final Transitions transitions;
  private final TypeDurations durations;
  private final Queue<Finish> again = new ConcurrentLinkedQueue<>();

  Finisher(GroupCommit writer, Transitions transitions, TypeDurations durations) {
    this.writer = writer;
    this.transitions = transitions;
    this.durations = durations;
  }

  /** An ending to be stored, and who waits for that. */
  private record Finish(
      Job running,
      Ending ending,
      List<LogLine> lines,
      Runnable written,
      CompletableFuture<Boolean> finished,
      boolean substitute) {

    Job after() {
      return ending.change().apply(running);
    }

    /** What is stored in its place: so plain that there is hardly anything to refuse. */
    Finish refused() {
      Ending refused = Ending.refused(running, after().state().updatedAt());
      return new Finish(running, refused, List.of(), written, finished, true);
    }
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
    attempt(new Finish(running, ending, lines, once(written), finished, false));
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

  private void attempt(Finish finish) {
    Job after = finish.after();
    writer
        .write(
            session -> {
              Pending stored = store(session, after, finish);
              finish.written().run();
              return stored;
            },
            stored -> {
              if (stored.changedOne()) {
                tell(finish.running(), finish.ending());
              }
            })
        .whenComplete((stored, failure) -> written(finish, stored, failure));
  }

  private static Pending store(Session session, Job after, Finish finish) throws SQLException {
    FinishedWork work = finish.ending().work().orElse(FinishedWork.NOTHING).saying(finish.lines());
    if (work.isPlain()) {
      return JobStore.finishLater(session, after, work);
    }
    boolean happened =
        finish.ending().work().isPresent()
            ? JobStore.succeed(session, after, work)
            : JobStore.leaveRunning(session, after, work);
    return Pending.done(happened ? 1 : 0);
  }

  private void written(Finish finish, Pending stored, @Nullable Throwable failure) {
    finish.written().run();
    if (failure instanceof StoreUnavailable) {
      again.add(finish);
    } else if (failure instanceof StoreRefused && !finish.substitute()) {
      LOG.log(
          Level.ERROR,
          Logfmt.about(finish.running(), "how it ended can't be stored, so it fails").toString());
      attempt(finish.refused());
    } else if (failure != null) {
      finish.finished().completeExceptionally(failure);
    } else {
      finish.finished().complete(stored.changedOne());
    }
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
      Finish next = again.poll();
      if (next != null) {
        attempt(next);
        tried++;
      }
    }
    return tried;
  }
}
