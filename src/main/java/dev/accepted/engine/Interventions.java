package dev.accepted.engine;

import dev.accepted.engine.Intervention.Written;
import dev.accepted.engine.intake.Refusal;
import dev.accepted.engine.logging.Logfmt;
import dev.accepted.engine.threads.EvenWhileStopping;
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
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/**
 * What a client may do to a job that is there: cancel it, run it again, give it another priority,
 * remove it. Empty answers: there is nothing to do.
 */
final class Interventions {

  private static final Logger LOG = System.getLogger(Interventions.class.getName());

  private final Core core;
  private final Dispatcher dispatcher;
  private final Intervention cancellation;
  private final Intervention retrial;
  private final Intervention removal;

  Interventions(Core core, Dispatcher dispatcher) {
    this.core = core;
    this.dispatcher = dispatcher;
    cancellation =
        new Intervention(
            ActKind.JOB_CANCELED, Interventions::writeCancel, written -> stop(makeKnown(written)));
    retrial =
        new Intervention(
            ActKind.JOB_RETRIED, Interventions::writeRetry, written -> start(makeKnown(written)));
    removal =
        new Intervention(
            ActKind.JOB_REMOVED,
            Interventions::writeRemoval,
            written -> core.transitions().gone(written.before(), written.kind()));
  }

  /** Stops a job. */
  Intervention cancellation() {
    return cancellation;
  }

  /** Runs a failed or canceled job again. */
  Intervention retrial() {
    return retrial;
  }

  /** Takes a job out; what it has kept is to be dropped after that. */
  Intervention removal() {
    return removal;
  }

  /**
   * Gives a job that waits another priority. One that runs has what a priority is good for, and has
   * none to be changed until it waits again.
   *
   * @param priority 0 to 9
   */
  Intervention prioritization(int priority) {
    return new Intervention(
        ActKind.JOB_PRIORITIZED,
        Map.of("priority", Integer.toString(priority)),
        (session, job, now) -> writePriority(session, job, priority, now),
        this::makeKnown);
  }

  CompletableFuture<Optional<Job>> cancel(Owners owners, JobId id, Actor actor) {
    return perform(owners, id, actor, cancellation);
  }

  CompletableFuture<Optional<Job>> retry(Owners owners, JobId id, Actor actor) {
    return perform(owners, id, actor, retrial);
  }

  CompletableFuture<Optional<Job>> prioritize(Owners owners, JobId id, int priority, Actor actor) {
    return perform(owners, id, actor, prioritization(priority));
  }

  CompletableFuture<Optional<Job>> remove(Owners owners, JobId id, Actor actor) {
    return perform(owners, id, actor, removal)
        .thenApplyAsync(
            removed -> {
              removed.ifPresent(this::dropContent);
              return removed;
            },
            new EvenWhileStopping(core.executor()));
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

  private static Optional<Written> writeRetry(Session session, Job job, Instant now)
      throws SQLException {
    return job.status().isRetriable() && JobStore.leaveIdle(session, job, job.retried(now))
        ? Optional.of(new Written(job, before -> before.retried(now), Kind.QUEUED))
        : Optional.empty();
  }

  private static Optional<Written> writePriority(
      Session session, Job job, int priority, Instant now) throws SQLException {
    boolean other = job.options().priority() != priority;
    return job.status().isWaiting()
            && other
            && JobStore.prioritize(session, job, job.prioritized(priority, now))
        ? Optional.of(new Written(job, before -> before.prioritized(priority, now), Kind.PROGRESS))
        : Optional.empty();
  }

  private static Optional<Written> writeRemoval(Session session, Job job, Instant now)
      throws SQLException {
    return JobRemoval.remove(session, job, now)
        ? Optional.of(new Written(job, before -> before, Kind.REMOVED))
        : Optional.empty();
  }

  private void stop(Job canceled) {
    if (canceled.status() == JobStatus.RUNNING) {
      core.running().stop(canceled.id(), StopReason.CANCELED);
    }
  }

  private void start(Job retried) {
    dispatcher.mark(retried.type());
    dispatcher.wake();
  }

  /** Looks for jobs of a type that wait. */
  void wake(String type) {
    dispatcher.markLater(type);
  }

  /** An attempt that still runs drops the content itself, when it has ended. */
  void dropContent(Job removed) {
    if (core.running().stop(removed.id(), StopReason.REMOVED)) {
      return;
    }
    try {
      core.contents().remove(removed.id());
    } catch (IOException e) {
      LOG.log(
          Level.WARNING,
          Logfmt.about(removed, "its content is left to the next sweep").toString(),
          e);
    }
  }

  private CompletableFuture<Optional<Job>> perform(
      Owners owners, JobId id, Actor actor, Intervention intervention) {
    return core.writer()
        .write(
            session -> {
              Instant now = core.clock().instant();
              Optional<Job> job = owned(session, owners, id);
              if (job.isEmpty()) {
                return Optional.<Written>empty();
              }
              Optional<Written> written = intervention.change().write(session, job.get(), now);
              if (written.isPresent()) {
                AuditLog.add(session, now, actor, intervention.on(job.get()));
              }
              return written;
            },
            written -> written.ifPresent(intervention.follow()))
        .handleAsync(Interventions::orStoreDown, core.replies())
        .thenApply(written -> written.map(Written::after));
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
