package dev.accepted.engine;

import dev.accepted.engine.intake.Refusal;
import dev.accepted.engine.logging.Logfmt;
import dev.accepted.engine.threads.EvenWhileStopping;
import dev.accepted.job.Act;
import dev.accepted.job.ActKind;
import dev.accepted.job.Actor;
import dev.accepted.job.Job;
import dev.accepted.job.JobEvent.Kind;
import dev.accepted.job.JobId;
import dev.accepted.job.JobStatus;
import dev.accepted.job.Owners;
import dev.accepted.sql.Session;
import dev.accepted.store.AuditLog;
import dev.accepted.store.JobQueries;
import dev.accepted.store.JobRemoval;
import dev.accepted.store.JobStore;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What a client may do to a job that is there: cancel it, run it again, remove it. Empty answers:
 * there is nothing to do.
 */
final class Interventions {

  private static final Logger LOG = System.getLogger(Interventions.class.getName());

  private final Core core;
  private final Dispatcher dispatcher;

  Interventions(Core core, Dispatcher dispatcher) {
    this.core = core;
    this.dispatcher = dispatcher;
  }

  /** A change that has been written, to be made known. */
  private record Written(Job before, UnaryOperator<Job> change, Kind kind) {}

  /** A change of a stored job; empty if it does not apply to it. */
  @FunctionalInterface
  private interface Change {
    Optional<Written> write(Session session, Job job, Instant now) throws SQLException;
  }

  CompletableFuture<Optional<Job>> cancel(Owners owners, JobId id, Actor actor) {
    return perform(
        owners,
        id,
        actor,
        ActKind.JOB_CANCELED,
        Interventions::writeCancel,
        after -> {
          if (after.status() == JobStatus.RUNNING) {
            core.running().stop(after.id(), StopReason.CANCELED);
          }
        });
  }

  private static Optional<Written> writeCancel(Session session, Job job, Instant now)
      throws SQLException {
    if (job.status() == JobStatus.RUNNING) {
      return JobStore.requestCancel(session, job.cancelRequested(now))
          ? Optional.of(
              new Written(job, before -> before.cancelRequested(now), Kind.CANCEL_REQUESTED))
          : Optional.empty();
    }
    return !job.status().isFinal() && JobStore.leaveIdle(session, job, job.canceled(now))
        ? Optional.of(new Written(job, before -> before.canceled(now), Kind.CANCELED))
        : Optional.empty();
  }

  CompletableFuture<Optional<Job>> retry(Owners owners, JobId id, Actor actor) {
    return perform(
        owners,
        id,
        actor,
        ActKind.JOB_RETRIED,
        (session, job, now) -> {
          boolean ended = job.status() == JobStatus.FAILED || job.status() == JobStatus.CANCELED;
          return ended && JobStore.leaveIdle(session, job, job.retried(now))
              ? Optional.of(new Written(job, before -> before.retried(now), Kind.QUEUED))
              : Optional.empty();
        },
        after -> {
          dispatcher.mark(after.type());
          dispatcher.wake();
        });
  }

  /** Looks for jobs of a type that wait. */
  void wake(String type) {
    dispatcher.markLater(type);
  }

  CompletableFuture<Optional<Job>> remove(Owners owners, JobId id, Actor actor) {
    return core.writer()
        .write(
            session -> {
              Instant now = core.clock().instant();
              Optional<Job> job = owned(session, owners, id);
              if (job.isEmpty() || !JobRemoval.remove(session, job.get(), now)) {
                return Optional.<Job>empty();
              }
              AuditLog.add(session, now, actor, Act.on(job.get(), ActKind.JOB_REMOVED));
              return job;
            },
            removed -> removed.ifPresent(job -> core.transitions().gone(job, Kind.REMOVED)))
        .handleAsync(Interventions::orStoreDown, core.replies())
        .thenApplyAsync(
            removed -> {
              removed.ifPresent(this::dropContent);
              return removed;
            },
            new EvenWhileStopping(core.executor()));
  }

  /** An attempt that still runs drops the content itself, when it has ended. */
  private void dropContent(Job job) {
    if (core.running().stop(job.id(), StopReason.REMOVED)) {
      return;
    }
    try {
      core.contents().remove(job.id());
    } catch (IOException e) {
      LOG.log(
          Level.WARNING, Logfmt.about(job, "its content is left to the next sweep").toString(), e);
    }
  }

  private CompletableFuture<Optional<Job>> perform(
      Owners owners, JobId id, Actor actor, ActKind kind, Change change, Consumer<Job> then) {
    return core.writer()
        .write(
            session -> {
              Instant now = core.clock().instant();
              Optional<Job> job = owned(session, owners, id);
              if (job.isEmpty()) {
                return Optional.<Written>empty();
              }
              Optional<Written> written = change.write(session, job.get(), now);
              if (written.isPresent()) {
                AuditLog.add(session, now, actor, Act.on(job.get(), kind));
              }
              return written;
            },
            written -> written.ifPresent(w -> then.accept(makeKnown(w))))
        .handleAsync(Interventions::orStoreDown, core.replies())
        .thenApply(written -> written.map(w -> w.change().apply(w.before())));
  }

  private Job makeKnown(Written written) {
    return core.transitions().changed(written.before(), written.change(), written.kind());
  }

  private static Optional<Job> owned(Session session, Owners owners, JobId id) throws SQLException {
    return JobQueries.findToChange(session, id).filter(job -> owners.include(job.owner()));
  }

  static <T> T orStoreDown(T value, @Nullable Throwable failure) {
    if (failure != null) {
      throw new CompletionException(Refusal.ofStore(failure));
    }
    return value;
  }
}
