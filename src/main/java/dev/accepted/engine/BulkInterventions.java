package dev.accepted.engine;

import dev.accepted.engine.Intervention.Written;
import dev.accepted.job.Act;
import dev.accepted.job.ActKind;
import dev.accepted.job.Actor;
import dev.accepted.job.BulkAction;
import dev.accepted.job.BulkActions;
import dev.accepted.job.Job;
import dev.accepted.job.JobFailure;
import dev.accepted.job.JobId;
import dev.accepted.job.JobStatus;
import dev.accepted.job.TransientFailure;
import dev.accepted.sql.Session;
import dev.accepted.sql.SqlWork;
import dev.accepted.store.AuditLog;
import dev.accepted.store.CountedJobs;
import dev.accepted.store.FoundJobs;
import dev.accepted.store.JobQueries;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;

/**
 * Does with many jobs what clients may do with one, a page of them in a transaction. The page is
 * looked for outside of it: what a filter takes to find is no concern of those who wait for the
 * store's writer. There the jobs are read again by their ids, and whatever has changed meanwhile is
 * passed over.
 */
final class BulkInterventions implements BulkActions {

  /** The writer is held up for about as long as by a batch of other writes. */
  private static final int PAGE = JobQueries.MOST_FOUND;

  private final Core core;
  private final Interventions interventions;

  BulkInterventions(Core core, Interventions interventions) {
    this.core = core;
    this.interventions = interventions;
  }

  /** What one transaction did. */
  private record Outcome(List<Written> written, Map<Reason, Integer> unchanged) {}

  @Override
  public Count count(Selection selection, Optional<JobId> after)
      throws JobFailure, InterruptedException {
    CountedJobs counted =
        read(
            session ->
                core.list()
                    .count(
                        session,
                        selection.owners(),
                        selection.filter(),
                        after.orElse(selection.operation())));
    return new Count(counted.number(), counted.next());
  }

  @Override
  public Step act(Selection selection, BulkAction action, Optional<JobId> after, boolean told)
      throws JobFailure, InterruptedException {
    JobId before = after.orElse(selection.operation());
    FoundJobs found =
        read(
            session ->
                core.list().read(session, selection.owners(), selection.filter(), PAGE, before));
    if (found.jobs().isEmpty()) {
      return new Step(found.next(), 0, 0, Map.of(), found.next().isPresent());
    }
    List<JobId> page = found.jobs().stream().map(Job::id).toList();
    Intervention intervention = intervention(action);
    Outcome outcome =
        await(
            core.writer()
                .write(
                    session -> perform(session, selection, action, intervention, page, told),
                    done -> done.written().forEach(intervention.follow())));
    if (action.kind() == BulkAction.Kind.REMOVE) {
      outcome.written().forEach(removed -> interventions.dropContent(removed.before()));
    }
    return new Step(
        found.next().or(() -> Optional.of(page.get(page.size() - 1))),
        page.size(),
        outcome.written().size(),
        outcome.unchanged(),
        found.next().isPresent());
  }

  private Intervention intervention(BulkAction action) {
    return switch (action.kind()) {
      case CANCEL -> interventions.cancellation();
      case RETRY -> interventions.retrial();
      case REMOVE -> interventions.removal();
      case REPRIORITIZE -> interventions.prioritization(action.priority().orElseThrow());
    };
  }

  private Outcome perform(
      Session session,
      Selection selection,
      BulkAction action,
      Intervention intervention,
      List<JobId> page,
      boolean told)
      throws SQLException {
    Instant now = core.clock().instant();
    Map<JobId, Job> found = new HashMap<>();
    JobQueries.findToChange(session, page).forEach(job -> found.put(job.id(), job));
    Outcome outcome = new Outcome(new ArrayList<>(), new EnumMap<>(Reason.class));
    for (JobId id : page) {
      Optional<Job> job =
          Optional.ofNullable(found.get(id)).filter(selection.filter()::hasStatusOf);
      Optional<Written> written =
          job.isPresent() ? intervention.change().write(session, job.get(), now) : Optional.empty();
      if (written.isPresent()) {
        outcome.written().add(written.get());
      } else {
        Reason reason = job.map(one -> reason(action.kind(), one)).orElse(Reason.OVERTAKEN);
        outcome.unchanged().merge(reason, 1, Integer::sum);
      }
    }
    if (!told && !outcome.written().isEmpty()) {
      AuditLog.add(
          session, now, new Actor(selection.submitter(), ""), act(selection, intervention));
    }
    return outcome;
  }

  /** One for all of it: the operation's own page tells the rest. */
  private static Act act(Selection selection, Intervention intervention) {
    return intervention
        .detailed(
            Act.ownedBy(
                selection.submitter(), ActKind.JOBS_CHANGED, selection.operation().toString()))
        .with("each", intervention.kind().wireName());
  }

  private static Reason reason(BulkAction.Kind kind, Job job) {
    boolean ended = job.status().isFinal();
    return switch (kind) {
      case CANCEL -> ended ? Reason.FINISHED : Reason.ALREADY;
      case RETRY -> ended ? Reason.SUCCEEDED : Reason.UNFINISHED;
      case REMOVE -> Reason.OVERTAKEN;
      case REPRIORITIZE ->
          ended
              ? Reason.FINISHED
              : job.status() == JobStatus.RUNNING ? Reason.RUNNING : Reason.ALREADY;
    };
  }

  /**
   * Not on the job's own thread: that is interrupted when the job is to stop, and H2 closes its
   * file, for everybody, when a thread is interrupted that reads from it.
   */
  private <T> T read(SqlWork<T> work) throws JobFailure, InterruptedException {
    try {
      return await(CompletableFuture.supplyAsync(() -> core.read(work), core.executor()));
    } catch (RejectedExecutionException stopping) {
      throw storeDown();
    }
  }

  private static <T> T await(Future<T> written) throws JobFailure, InterruptedException {
    try {
      return written.get();
    } catch (ExecutionException down) {
      throw storeDown();
    }
  }

  private static TransientFailure storeDown() {
    return new TransientFailure("store-unavailable", "The store could not be reached.");
  }
}
