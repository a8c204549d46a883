package dev.accepted.engine;

import dev.accepted.engine.intake.IdempotentInsert;
import dev.accepted.engine.intake.IdempotentInsert.Outcome;
import dev.accepted.engine.intake.Refusal;
import dev.accepted.job.Job;
import dev.accepted.job.JobStatus;
import dev.accepted.sql.Session;
import dev.accepted.store.CallerUse;
import dev.accepted.store.ClaimedJob;
import dev.accepted.store.Uses;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The way of a job that has been checked into the store: by itself, or with something else that is
 * to happen in the same transaction or not at all. Once that is committed, the job goes its way.
 */
final class Insertion {

  private final Core core;
  private final Dispatcher dispatcher;
  private final IdempotentInsert insert;
  private final Reservation slot;
  private final long counted;

  /** What the transaction came to so far; for the writer's thread. */
  private @Nullable Outcome outcome;

  /**
   * Its way has not begun.
   *
   * @param counted bytes of it that its owner is known to keep already
   */
  Insertion(Core core, Dispatcher dispatcher, IdempotentInsert insert, long counted) {
    this.core = core;
    this.dispatcher = dispatcher;
    this.insert = insert;
    this.slot = dispatcher.reservation();
    this.counted = counted;
  }

  /** A transaction that may store the job. */
  @FunctionalInterface
  interface Work<T> {

    /** Does its part, and calls {@link Insertion#in} if the job is to be stored; never null. */
    T in(Session session, Insertion insertion) throws SQLException;
  }

  /** The job as it is to be accepted. */
  Job job() {
    return insert.job();
  }

  /** Has that written, once; see {@link dev.accepted.store.GroupCommit#write}. */
  <T> CompletableFuture<T> write(Work<T> work) {
    return core.writer()
        .write(session -> begin(session, work), done -> follow())
        .whenComplete(
            (done, failure) -> {
              if (failure != null) {
                slot.giveBack();
              }
            });
  }

  /** A batch that fails is performed again, so it begins where it began before. */
  private <T> T begin(Session session, Work<T> work) throws SQLException {
    slot.giveBack();
    outcome = null;
    return work.in(session, this);
  }

  /** What the job's idempotency key stands for already; to be called within the write. */
  Optional<Outcome> earlier(Session session) throws SQLException {
    return insert.earlier(session);
  }

  /** Stores the job; to be called within the write. */
  Outcome in(Session session) throws SQLException {
    Outcome made =
        insert.in(session, this::refuse, accepted -> dispatcher.startIfIdle(accepted, slot));
    if (made instanceof Outcome.Stored kept && kept.stored().status() == JobStatus.QUEUED) {
      dispatcher.mark(kept.stored().type());
    }
    outcome = made;
    return made;
  }

  private Optional<Refusal.QuotaExceeded> refuse(Session session) throws SQLException {
    Job job = insert.job();
    return core.quotas().limitWhatIsStored()
        ? core.quotas()
            .refuse(
                Uses.of(session).now(session, job.owner()),
                CallerUse.bytesOf(job, insert.input()) - counted)
        : Optional.empty();
  }

  private void follow() {
    if (outcome instanceof Outcome.Stored kept) {
      core.transitions().accepted(kept.accepted());
      if (kept.stored().status() == JobStatus.RUNNING) {
        dispatcher.begin(
            Start.atOnce(kept.accepted(), ClaimedJob.first(kept.stored(), insert.input())));
      } else {
        dispatcher.wake();
      }
    }
  }
}
