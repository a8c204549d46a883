package dev.accepted.engine;

import dev.accepted.engine.intake.JobIds;
import dev.accepted.engine.intake.NewJob;
import dev.accepted.engine.intake.Refusal;
import dev.accepted.engine.intake.RequestedSchedule;
import dev.accepted.engine.intake.ScheduleRules;
import dev.accepted.engine.schedules.ScheduleActs;
import dev.accepted.engine.schedules.ScheduleReport;
import dev.accepted.engine.schedules.Schedules;
import dev.accepted.job.Actor;
import dev.accepted.job.Changed;
import dev.accepted.job.Job;
import dev.accepted.job.Owners;
import dev.accepted.job.TraceContext;
import dev.accepted.store.AuditLog;
import dev.accepted.store.Schedule;
import dev.accepted.store.ScheduleQueries;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * The door to schedules. What it answers holds: a stage is done after the commit, and fails with a
 * {@link Refusal}. What these owners don't have is empty.
 */
public final class ScheduleService {

  private final Core core;
  private final Submissions submissions;
  private final Schedules schedules;
  private final ScheduleRules rules;
  private final JobIds ids;

  ScheduleService(Core core, Submissions submissions) {
    this.core = core;
    this.submissions = submissions;
    this.schedules = new Schedules(core.writer(), core.clock(), core.settings().maxSchedules());
    this.rules = new ScheduleRules(core.settings(), core.types(), core.inputs());
    this.ids = new JobIds(core.clock());
  }

  /** The most that an owner may have. */
  public int most() {
    return schedules.most();
  }

  /**
   * A new one; it counts from now on.
   *
   * @param links what URLs begin with for the caller, with a slash at its end
   * @return empty if the owner has as many as may be
   * @throws Refusal if it can't be
   */
  public CompletionStage<Optional<ScheduleReport>> add(
      String owner, RequestedSchedule asked, String links, Actor actor) {
    return answered(
        schedules.add(
            ids.next().value(),
            owner,
            rules.checked(asked, owner, links, core.clock().instant()),
            actor));
  }

  /**
   * Other times, or other jobs.
   *
   * @param owner whose it is, as was seen
   * @param seen only if no client has changed it since; empty for however it is
   * @throws Refusal if it can't be
   */
  public CompletionStage<Changed<ScheduleReport>> change(
      String owner,
      UUID id,
      Optional<ScheduleReport> seen,
      RequestedSchedule asked,
      String links,
      Actor actor) {
    return answered(
        schedules.change(
            id,
            new Owners.Only(owner),
            seen,
            rules.checked(asked, owner, links, core.clock().instant()),
            actor));
  }

  /** No job is submitted from now on. */
  public CompletionStage<Optional<ScheduleReport>> pause(Owners owners, UUID id, Actor actor) {
    return answered(schedules.pause(id, owners, actor));
  }

  /** Jobs are submitted from now on. */
  public CompletionStage<Optional<ScheduleReport>> resume(Owners owners, UUID id, Actor actor) {
    return answered(schedules.resume(id, owners, actor));
  }

  /**
   * Ends it.
   *
   * @param seen only if no client has changed it since; empty for however it is
   */
  public CompletionStage<Changed<ScheduleReport>> remove(
      Owners owners, UUID id, Optional<ScheduleReport> seen, Actor actor) {
    return answered(schedules.remove(id, owners, seen, actor));
  }

  /**
   * Submits a job of it at once, whatever its times and its state; it is the owner's.
   *
   * @param key the caller's idempotency key; null for none
   * @param trace of which the request is a part; null for none
   * @return empty if there is no such schedule
   * @throws Refusal if the job can't be accepted
   */
  public Optional<CompletionStage<Job>> run(
      Owners owners, UUID id, @Nullable String key, @Nullable TraceContext trace, Actor actor) {
    Optional<Schedule> found = core.read(session -> ScheduleQueries.find(session, owners, id));
    return found.map(
        schedule -> {
          NewJob job = ScheduledJob.of(schedule, key, trace);
          return submissions.submit(
              job,
              (session, accepted) ->
                  AuditLog.add(
                      session,
                      core.clock().instant(),
                      actor,
                      ScheduleActs.run(schedule, accepted.id())));
        });
  }

  /**
   * Those of these owners, newest first, without their inputs.
   *
   * @param before only such as are older than that one; null for the first page
   */
  public List<ScheduleReport> list(Owners owners, int limit, @Nullable UUID before) {
    return core.read(session -> schedules.list(session, owners, limit, before));
  }

  /** One of them. */
  public Optional<ScheduleReport> find(Owners owners, UUID id) {
    return core.read(session -> schedules.find(session, owners, id));
  }

  private <T> CompletionStage<T> answered(CompletableFuture<T> written) {
    return written.handleAsync(Interventions::orStoreDown, core.replies());
  }
}
