package dev.accepted.engine.schedules;

import dev.accepted.engine.cron.CronTimes;
import dev.accepted.engine.intake.CheckedSchedule;
import dev.accepted.engine.intake.RequestedOptions;
import dev.accepted.job.ActKind;
import dev.accepted.job.Actor;
import dev.accepted.job.Changed;
import dev.accepted.job.Owners;
import dev.accepted.sql.Session;
import dev.accepted.store.AuditLog;
import dev.accepted.store.GroupCommit;
import dev.accepted.store.Schedule;
import dev.accepted.store.Schedule.Plan;
import dev.accepted.store.Schedule.State;
import dev.accepted.store.ScheduleQueries;
import dev.accepted.store.ScheduleStore;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The schedules of callers, and what these do to them. What these owners don't have is empty or
 * unknown. Whatever a client changes moves a schedule to the next of its times from now on: what it
 * has missed until then is not made up for.
 */
public final class Schedules {

  private final GroupCommit writer;
  private final Clock clock;
  private final int most;

  /**
   * Those of a store.
   *
   * @param most that an owner may have
   */
  public Schedules(GroupCommit writer, Clock clock, int most) {
    this.writer = writer;
    this.clock = clock;
    this.most = most;
  }

  /** The most that an owner may have. */
  public int most() {
    return most;
  }

  /**
   * A new one.
   *
   * @param id never used before, and greater than all that were
   * @return empty if the owner has as many as may be
   */
  public CompletableFuture<Optional<ScheduleReport>> add(
      UUID id, String owner, CheckedSchedule asked, Actor actor) {
    return writer.write(
        session -> {
          if (ScheduleQueries.count(session, owner) >= most) {
            return Optional.empty();
          }
          Instant now = now();
          Schedule fresh =
              new Schedule(
                  id,
                  owner,
                  plan(asked, asked.options()),
                  State.ACTIVE,
                  now,
                  next(asked.times(), now),
                  1,
                  null,
                  now,
                  now);
          ScheduleStore.add(session, fresh);
          tell(session, now, actor, ActKind.SCHEDULE_CREATED, fresh);
          return Optional.of(ScheduleReport.of(fresh, now));
        });
  }

  /** The store keeps milliseconds. */
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  private static Instant next(CronTimes times, Instant now) {
    return times.after(now).orElseThrow();
  }

  private static Plan plan(CheckedSchedule asked, RequestedOptions options) {
    return new Plan(
        asked.name(),
        asked.cron(),
        asked.zone(),
        asked.catchUp(),
        asked.type(),
        asked.input(),
        OptionsText.of(options),
        asked.links());
  }

  /**
   * Another plan. What isn't shown of the callback stays as it was, if the receiver is the same.
   *
   * @param seen only if no client has changed it since; empty for however it is
   */
  public CompletableFuture<Changed<ScheduleReport>> change(
      UUID id, Owners owners, Optional<ScheduleReport> seen, CheckedSchedule asked, Actor actor) {
    return changeAsSeen(
        id,
        owners,
        seen,
        (session, before) -> {
          Instant now = now();
          RequestedOptions former = OptionsText.read(before.plan().options());
          RequestedOptions options =
              asked
                  .options()
                  .with(ShownCallback.completed(asked.options().callback(), former.callback()));
          Instant next = before.isActive() ? next(asked.times(), now) : null;
          Schedule changed = with(before, plan(asked, options), before.state(), next, now);
          ScheduleStore.change(session, changed);
          tell(session, now, actor, ActKind.SCHEDULE_CHANGED, changed);
          return Changed.made(find(session, owners, id));
        });
  }

  private static Schedule with(
      Schedule before, Plan plan, State state, @Nullable Instant next, Instant now) {
    return new Schedule(
        before.id(),
        before.owner(),
        plan,
        state,
        state == before.state() ? before.since() : now,
        next,
        before.revision() + 1,
        before.last(),
        before.createdAt(),
        now);
  }

  /** A change of one that is there. */
  @FunctionalInterface
  private interface Change {
    Changed<ScheduleReport> make(Session session, Schedule before) throws SQLException;
  }

  /** Looked at and changed in one: nobody changes it in between. */
  private CompletableFuture<Changed<ScheduleReport>> changeAsSeen(
      UUID id, Owners owners, Optional<ScheduleReport> seen, Change change) {
    return writer.write(
        session -> {
          Optional<Schedule> before = ScheduleQueries.findToChange(session, owners, id);
          if (before.isEmpty()) {
            return Changed.unknown();
          }
          return seen.isPresent() && seen.get().revision() != before.get().revision()
              ? Changed.notAsSeen()
              : change.make(session, before.get());
        });
  }

  /** No job is submitted from now on. Again: changes nothing. */
  public CompletableFuture<Optional<ScheduleReport>> pause(UUID id, Owners owners, Actor actor) {
    return move(id, owners, State.PAUSED, ActKind.SCHEDULE_PAUSED, actor);
  }

  /** Jobs are submitted from now on. Again: changes nothing. */
  public CompletableFuture<Optional<ScheduleReport>> resume(UUID id, Owners owners, Actor actor) {
    return move(id, owners, State.ACTIVE, ActKind.SCHEDULE_RESUMED, actor);
  }

  private CompletableFuture<Optional<ScheduleReport>> move(
      UUID id, Owners owners, State to, ActKind kind, Actor actor) {
    return writer.write(
        session -> {
          Optional<Schedule> before = ScheduleQueries.findToChange(session, owners, id);
          if (before.isPresent() && before.get().state() != to) {
            Instant now = now();
            Plan plan = before.get().plan();
            Instant next =
                to == State.ACTIVE ? next(CronTimes.parse(plan.cron(), plan.zone()), now) : null;
            Schedule moved = with(before.get(), plan, to, next, now);
            ScheduleStore.move(session, moved);
            tell(session, now, actor, kind, moved);
          }
          return find(session, owners, id);
        });
  }

  /**
   * Removes it. Its jobs stay as they are.
   *
   * @param seen only if no client has changed it since; empty for however it is
   */
  public CompletableFuture<Changed<ScheduleReport>> remove(
      UUID id, Owners owners, Optional<ScheduleReport> seen, Actor actor) {
    return changeAsSeen(
        id,
        owners,
        seen,
        (session, before) -> {
          ScheduleStore.remove(session, id);
          tell(session, now(), actor, ActKind.SCHEDULE_REMOVED, before);
          return Changed.made(Optional.empty());
        });
  }

  private static void tell(
      Session session, Instant now, Actor actor, ActKind kind, Schedule schedule) {
    AuditLog.add(session, now, actor, ScheduleActs.on(schedule, kind));
  }

  /**
   * Those of these owners, newest first, without their inputs.
   *
   * @param before only such as are older than that one; null for the first page
   */
  public List<ScheduleReport> list(Session session, Owners owners, int limit, @Nullable UUID before)
      throws SQLException {
    Instant now = now();
    return ScheduleQueries.of(session, owners, limit, before).stream()
        .map(stored -> ScheduleReport.of(stored, now))
        .toList();
  }

  /** One of them. */
  public Optional<ScheduleReport> find(Session session, Owners owners, UUID id)
      throws SQLException {
    return ScheduleQueries.find(session, owners, id)
        .map(stored -> ScheduleReport.of(stored, now()));
  }
}
