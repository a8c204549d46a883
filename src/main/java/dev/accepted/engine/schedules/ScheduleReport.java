package dev.accepted.engine.schedules;

import dev.accepted.engine.cron.CronTimes;
import dev.accepted.engine.intake.RequestedOptions;
import dev.accepted.job.JobId;
import dev.accepted.store.Schedule;
import dev.accepted.store.Schedule.Run;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A schedule as its owner may see it, and who sees all of its tenant.
 *
 * @param catchUp {@code skip}, {@code once} or {@code all}
 * @param input its JSON text; null in lists
 * @param options without the secret of the callback, and the query of its URL
 * @param state {@code active} or {@code paused}
 * @param since in that state
 * @param revision grows with each change by a client
 * @param next when its next jobs are submitted; none while it is paused
 * @param last what became of the latest of its times; null before the first
 */
public record ScheduleReport(
    UUID id,
    String owner,
    String name,
    String cron,
    String zone,
    String catchUp,
    String type,
    @Nullable String input,
    RequestedOptions options,
    String state,
    Instant since,
    long revision,
    List<Instant> next,
    @Nullable Last last,
    Instant createdAt,
    Instant updatedAt) {

  private static final int FORETOLD = 5;

  /**
   * What became of a time.
   *
   * @param job null if there is none
   * @param code why not, for programs; null if there is one
   * @param message the same for people
   */
  public record Last(
      Instant at, @Nullable JobId job, @Nullable String code, @Nullable String message) {

    private static @Nullable Last of(@Nullable Run run) {
      if (run == null) {
        return null;
      }
      return run.refusal() == null
          ? new Last(run.at(), run.job(), null, null)
          : new Last(run.at(), null, run.refusal().code(), run.refusal().message());
    }
  }

  static ScheduleReport of(Schedule stored, Instant now) {
    Schedule.Plan plan = stored.plan();
    RequestedOptions options = OptionsText.read(plan.options());
    return new ScheduleReport(
        stored.id(),
        stored.owner(),
        plan.name(),
        plan.cron(),
        plan.zone(),
        plan.catchUp().wireName(),
        plan.type(),
        plan.input(),
        options.with(ShownCallback.of(options.callback())),
        stored.state().wireName(),
        stored.since(),
        stored.revision(),
        stored.isActive()
            ? CronTimes.parse(plan.cron(), plan.zone()).after(now, FORETOLD)
            : List.of(),
        Last.of(stored.last()),
        stored.createdAt(),
        stored.updatedAt());
  }

  /** True if it submits jobs. */
  public boolean isActive() {
    return state.equals(Schedule.State.ACTIVE.wireName());
  }
}
