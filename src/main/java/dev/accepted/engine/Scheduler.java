package dev.accepted.engine;

import dev.accepted.engine.Insertion.Work;
import dev.accepted.engine.intake.IdempotentInsert.Outcome;
import dev.accepted.engine.intake.NewJob;
import dev.accepted.engine.intake.Refusal;
import dev.accepted.engine.logging.Logfmt;
import dev.accepted.engine.schedules.Turn;
import dev.accepted.engine.threads.EvenWhileStopping;
import dev.accepted.sql.DatabaseException;
import dev.accepted.store.Schedule;
import dev.accepted.store.Schedule.Run;
import dev.accepted.store.ScheduleQueries;
import dev.accepted.store.ScheduleStore;
import dev.accepted.store.StoreRefused;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Submits the jobs of schedules that are due. The step of a schedule to its next time and the job
 * of the time that it leaves are one transaction: whatever server takes that step, and wherever it
 * is cut off, each time has one job, or the reason why it has none.
 */
final class Scheduler {

  private static final Logger LOG = System.getLogger(Scheduler.class.getName());

  /** Inputs may be long, so no more than these are held at once. */
  private static final int BATCH = 50;

  /** Steps of one pass; what is left is due at the next one. */
  private static final int MOST = 500;

  private static final CompletableFuture<Boolean> LEFT = CompletableFuture.completedFuture(false);

  private final Core core;
  private final Submissions submissions;
  private final Executor threads;
  private final AtomicBoolean running = new AtomicBoolean();

  Scheduler(Core core, Submissions submissions) {
    this.core = core;
    this.submissions = submissions;
    this.threads = new EvenWhileStopping(core.executor());
  }

  /** One time of a schedule, and what follows it. */
  private record Step(Schedule schedule, Instant at, Instant next) {}

  /**
   * Takes the steps of what is due, as many as may be; tells how many that were. One that could not
   * be stored is still due. A pass that is called while another is under way does nothing.
   */
  CompletableFuture<Integer> runOnce() {
    if (!running.compareAndSet(false, true)) {
      return CompletableFuture.completedFuture(0);
    }
    return first()
        .handle(
            (steps, failure) -> {
              running.set(false);
              return failure == null ? steps : failed(failure);
            });
  }

  /** On this thread: an executor that drops what it is given holds up no pass without steps. */
  private CompletableFuture<Integer> first() {
    try {
      return round(0);
    } catch (RuntimeException failure) {
      return CompletableFuture.failedFuture(failure);
    }
  }

  private static int failed(Throwable failure) {
    LOG.log(
        isUnreachable(failure) ? Level.DEBUG : Level.WARNING,
        "Schedules were left to the next pass",
        failure);
    return 0;
  }

  /** A round of steps, and others until nothing is due or moves any more. */
  private CompletableFuture<Integer> round(int before) {
    Instant now = core.clock().instant();
    List<CompletableFuture<Boolean>> steps =
        core.database().read(session -> ScheduleQueries.due(session, now, BATCH)).stream()
            .map(due -> step(due, now))
            .toList();
    if (steps.isEmpty()) {
      return CompletableFuture.completedFuture(before);
    }
    return CompletableFuture.allOf(steps.toArray(CompletableFuture[]::new))
        .thenComposeAsync(
            done -> {
              int taken = (int) steps.stream().filter(CompletableFuture::join).count();
              return taken == 0 || before + taken >= MOST
                  ? CompletableFuture.completedFuture(before + taken)
                  : round(before + taken);
            },
            threads);
  }

  /** One that fails must not keep others from theirs. */
  private CompletableFuture<Boolean> step(Schedule due, Instant now) {
    try {
      Turn turn = Turn.of(due, now);
      return turn.at().isPresent()
          ? submit(new Step(due, turn.at().get(), turn.next()))
          : core.writer()
              .write(session -> ScheduleStore.advance(session, due, turn.next()))
              .handle((moved, failure) -> failure == null && moved);
    } catch (RuntimeException bug) {
      LOG.log(
          Level.ERROR,
          new Logfmt()
              .with("msg", "a schedule can't go on")
              .with("schedule", due.id().toString())
              .toString(),
          bug);
      return LEFT;
    }
  }

  private CompletableFuture<Boolean> submit(Step step) {
    NewJob request = ScheduledJob.of(step.schedule());
    try {
      return submissions
          .checked(request)
          .write(work(step))
          .handle((stored, failure) -> settled(step, request, stored, failure))
          .thenCompose(settled -> settled);
    } catch (RuntimeException refusal) {
      return refused(step, request, refusal);
    }
  }

  /** What of it is stored: nothing, if another server was there first. */
  private static Work<Stored> work(Step step) {
    return (session, insertion) -> {
      if (!ScheduleStore.advance(session, step.schedule(), step.next())) {
        return Stored.NOTHING;
      }
      Outcome outcome = insertion.in(session);
      Refusal refusal = outcome instanceof Outcome.Refused refused ? refused.why() : null;
      ScheduleStore.ran(
          session,
          step.schedule().id(),
          refusal == null
              ? Run.of(step.at(), insertion.job().id())
              : RefusedRun.of(refusal).at(step.at()));
      return new Stored(true, refusal);
    };
  }

  /**
   * What came of a step.
   *
   * @param taken by this server
   * @param refusal why there is no job; null if there is one
   */
  private record Stored(boolean taken, @Nullable Refusal refusal) {

    static final Stored NOTHING = new Stored(false, null);
  }

  private CompletableFuture<Boolean> settled(
      Step step, NewJob request, @Nullable Stored stored, @Nullable Throwable failure) {
    Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
    if (cause instanceof StoreRefused refused) {
      return refused(step, request, refused);
    }
    if (stored == null) {
      return LEFT;
    }
    if (stored.refusal() != null) {
      tell(step, request, stored.refusal());
    }
    return CompletableFuture.completedFuture(stored.taken());
  }

  /** The time passes without a job, unless that is the store's fault. */
  private CompletableFuture<Boolean> refused(Step step, NewJob request, RuntimeException refusal) {
    if (refusal instanceof Refusal.StoreDown || isUnreachable(refusal)) {
      return LEFT;
    }
    return core.writer()
        .write(
            session -> {
              boolean taken = ScheduleStore.advance(session, step.schedule(), step.next());
              if (taken) {
                ScheduleStore.ran(
                    session, step.schedule().id(), RefusedRun.of(refusal).at(step.at()));
              }
              return taken;
            })
        .handle(
            (taken, failure) -> {
              if (failure != null || !taken) {
                return false;
              }
              tell(step, request, refusal);
              return true;
            });
  }

  private static boolean isUnreachable(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof DatabaseException database && database.isUnreachable()) {
        return true;
      }
    }
    return false;
  }

  private void tell(Step step, NewJob request, RuntimeException refusal) {
    submissions.refused(request, refusal);
    RefusedRun told = RefusedRun.of(refusal);
    String line =
        new Logfmt()
            .with("msg", "a schedule's job was refused")
            .with("schedule", step.schedule().id().toString())
            .with("type", request.type())
            .with("at", step.at())
            .with("code", told.code())
            .with("reason", told.message())
            .toString();
    if (refusal instanceof Refusal) {
      LOG.log(Level.WARNING, line);
    } else {
      LOG.log(Level.ERROR, line, refusal);
    }
  }
}
