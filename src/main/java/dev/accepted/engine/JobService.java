package dev.accepted.engine;

import dev.accepted.engine.answers.JobCount;
import dev.accepted.engine.answers.JobPage;
import dev.accepted.engine.answers.Lookup;
import dev.accepted.engine.answers.RetryOutcome;
import dev.accepted.engine.intake.NewJob;
import dev.accepted.engine.intake.Refusal;
import dev.accepted.engine.quota.Quotas;
import dev.accepted.engine.uploads.Uploads;
import dev.accepted.job.Actor;
import dev.accepted.job.BulkActions;
import dev.accepted.job.Job;
import dev.accepted.job.JobFilter;
import dev.accepted.job.JobId;
import dev.accepted.job.LogLine;
import dev.accepted.job.Owners;
import dev.accepted.store.CallerUse;
import dev.accepted.store.FoundJobs;
import dev.accepted.store.JobLog;
import dev.accepted.store.JobQueries;
import dev.accepted.store.Tombstones;
import dev.accepted.webhooks.DeliveryReport;
import dev.accepted.webhooks.Webhooks;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * The door to the engine. What it answers holds: a stage is done after the commit, on a thread that
 * may be used to answer. Stages fail with a {@link Refusal}.
 */
public final class JobService {

  private final Core core;
  private final Submissions submissions;
  private final Interventions interventions;
  private final Pauses pauses;
  private final Webhooks webhooks;
  private final SubscriptionService subscriptions;
  private final ScheduleService schedules;
  private final KeyService keys;
  private final SessionService sessions;
  private final AuditService audit;
  private final JobContents contents;
  private final BulkInterventions bulk;

  JobService(
      Core core,
      Submissions submissions,
      Interventions interventions,
      Pauses pauses,
      Webhooks webhooks) {
    this.core = core;
    this.webhooks = webhooks;
    this.subscriptions = new SubscriptionService(core, webhooks);
    this.schedules = new ScheduleService(core, submissions);
    this.keys = new KeyService(core);
    this.sessions = new SessionService(core);
    this.audit = new AuditService(core);
    this.contents = new JobContents(core, this);
    this.bulk = new BulkInterventions(core, interventions);
    this.pauses = pauses;
    this.submissions = submissions;
    this.interventions = interventions;
  }

  /**
   * Accepts a job: the stage is done once it is stored for good and can be found. A repeated
   * idempotency key gives the first job again, as it was accepted then.
   *
   * @throws Refusal if it can't be accepted
   */
  public CompletionStage<Job> submit(NewJob request) {
    return submissions.submit(request);
  }

  /** What there is under that id, of the jobs of these owners. */
  public Lookup find(Owners owners, JobId id) {
    Optional<Job> job =
        core.live().find(id, missing -> core.read(s -> JobQueries.find(s, missing)).orElse(null));
    if (job.isPresent()) {
      boolean seen = owners.include(id, job.get().owner());
      return seen ? new Lookup.Found(job.get()) : new Lookup.Unknown();
    }
    return withoutJob(owners, id);
  }

  /** The same of a job that isn't there any more. */
  Lookup withoutJob(Owners owners, JobId id) {
    return core.read(session -> Tombstones.find(session, id))
        .filter(tombstone -> owners.include(id, tombstone.owner()))
        .<Lookup>map(Lookup.Expired::new)
        .orElseGet(Lookup.Unknown::new);
  }

  /**
   * A page of these owners' jobs, newest first. Where few of very many are asked for, it may be
   * short or empty and still have a next one.
   *
   * @param limit at least 1
   * @param before jobs older than this one; null for the first page
   */
  public JobPage list(Owners owners, JobFilter filter, int limit, @Nullable JobId before) {
    FoundJobs found =
        core.read(session -> core.list().read(session, owners, filter, limit, before));
    return JobPage.of(found, limit, core.live()::newest, filter);
  }

  /**
   * How many of these owners' jobs there are: as many as can be counted in a moment.
   *
   * @param before jobs older than this one; null for all
   */
  public JobCount count(Owners owners, JobFilter filter, @Nullable JobId before) {
    return JobCount.of(core.read(session -> core.list().count(session, owners, filter, before)));
  }

  /**
   * Asks a job to stop; one that waits is canceled at once, one that has finished stays as it is.
   */
  public CompletionStage<Lookup> cancel(Owners owners, JobId id, Actor actor) {
    return interventions.cancel(owners, id, actor).thenApply(job -> found(job, owners, id));
  }

  /** Runs a failed or canceled job again. */
  public CompletionStage<RetryOutcome> retry(Owners owners, JobId id, Actor actor) {
    return interventions
        .retry(owners, id, actor)
        .thenApply(
            retried ->
                retried
                    .<RetryOutcome>map(RetryOutcome.Retried::new)
                    .orElseGet(() -> notRetried(find(owners, id))));
  }

  /**
   * Gives a job that waits another priority; one that runs or has finished keeps its own.
   *
   * @param priority 0 to 9
   */
  public CompletionStage<Lookup> prioritize(Owners owners, JobId id, int priority, Actor actor) {
    return interventions
        .prioritize(owners, id, priority, actor)
        .thenApply(job -> found(job, owners, id));
  }

  private static RetryOutcome notRetried(Lookup lookup) {
    return lookup instanceof Lookup.Found found
        ? new RetryOutcome.NotRetriable(found.job())
        : new RetryOutcome.Missing(lookup);
  }

  /** Takes a job out, whatever it is doing; found means that it was there. */
  public CompletionStage<Lookup> remove(Owners owners, JobId id, Actor actor) {
    return interventions.remove(owners, id, actor).thenApply(job -> found(job, owners, id));
  }

  private Lookup found(Optional<Job> job, Owners owners, JobId id) {
    return job.<Lookup>map(Lookup.Found::new).orElseGet(() -> find(owners, id));
  }

  /** What a caller may have, and what it has. */
  public Quotas.Standings quotas(String owner) {
    return core.quotas().of(owner, core.read(session -> CallerUse.of(session, owner)));
  }

  /** Since when no job of that type is started; empty if they are. */
  public Optional<Instant> pausedSince(String type) {
    return pauses.since(type);
  }

  /** Starts no more jobs of that type, on any server; they are still accepted, and wait. */
  public CompletionStage<Boolean> pause(String type, Actor actor) {
    return pauses.pause(type, actor).handleAsync(Interventions::orStoreDown, core.replies());
  }

  /** Starts jobs of that type again. */
  public CompletionStage<Boolean> resume(String type, Actor actor) {
    return pauses
        .resume(type, actor)
        .handleAsync(Interventions::orStoreDown, core.replies())
        .thenApply(
            resumed -> {
              interventions.wake(type);
              return resumed;
            });
  }

  /**
   * Lines of a job's log, in order.
   *
   * @param after only lines with a higher number
   */
  public List<LogLine> log(JobId id, long after, int limit) {
    List<LogLine> waiting =
        core.running().find(id).map(attempt -> attempt.logLines().peek()).orElse(List.of());
    List<LogLine> lines =
        new ArrayList<>(core.read(session -> JobLog.read(session, id, after, limit)));
    for (LogLine line : waiting) {
      long last = lines.isEmpty() ? after : lines.get(lines.size() - 1).number();
      if (line.number() > last && lines.size() < limit) {
        lines.add(line);
      }
    }
    return lines;
  }

  /** What was sent, or is to be sent, to the receivers of a job's events; newest first. */
  public List<DeliveryReport> deliveries(Job job) {
    return core.read(session -> webhooks.ofJob(session, job.id()));
  }

  /** Sends a delivery again that has arrived or was given up; false if it is no such one. */
  public CompletionStage<Boolean> sendAgain(Job job, DeliveryReport delivery, Actor actor) {
    return webhooks
        .sendAgain(delivery, job.owner(), actor)
        .handleAsync(Interventions::orStoreDown, core.replies());
  }

  /** Who is told what happens to all jobs. */
  public SubscriptionService subscriptions() {
    return subscriptions;
  }

  /** What is submitted again and again. */
  public ScheduleService schedules() {
    return schedules;
  }

  /** What comes in by several requests. */
  public Uploads uploads() {
    return core.uploads();
  }

  /** The door to API keys. */
  public KeyService keys() {
    return keys;
  }

  /** What browsers keep of those who have signed in. */
  public SessionService sessions() {
    return sessions;
  }

  /** The door to the audit log. */
  public AuditService audit() {
    return audit;
  }

  /** What a job may do with others. */
  BulkActions bulk() {
    return bulk;
  }

  /** What jobs take in and leave behind. */
  public JobContents contents() {
    return contents;
  }

  /** True if the job is there and has not finished. */
  boolean isUnfinished(JobId id) {
    return core.database()
        .read(session -> JobQueries.find(session, id))
        .filter(job -> !job.status().isFinal())
        .isPresent();
  }
}
