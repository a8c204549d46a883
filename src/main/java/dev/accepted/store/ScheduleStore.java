package dev.accepted.store;

import dev.accepted.sql.Session;
import dev.accepted.store.Schedule.Plan;
import dev.accepted.store.Schedule.Refused;
import dev.accepted.store.Schedule.Run;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;

/**
 * What becomes of schedules, one method each, to be run within a transaction of {@link
 * GroupCommit}.
 */
public final class ScheduleStore {

  private ScheduleStore() {}

  /** A new one. */
  public static void add(Session session, Schedule fresh) throws SQLException {
    Plan plan = fresh.plan();
    session.update(
        """
        insert into schedule (id, owner, name, cron, zone, catch_up, type, input, options, links,
          state, since, next_at, revision, created_at, updated_at)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        fresh.id(),
        fresh.owner(),
        plan.name(),
        plan.cron(),
        plan.zone(),
        plan.catchUp().wireName(),
        plan.type(),
        plan.input(),
        plan.options(),
        plan.links(),
        fresh.state().wireName(),
        fresh.since(),
        fresh.nextAt(),
        fresh.revision(),
        fresh.createdAt(),
        fresh.updatedAt());
  }

  /** Another plan, and so another time at which it is due. */
  public static void change(Session session, Schedule changed) throws SQLException {
    Plan plan = changed.plan();
    session.update(
        """
        update schedule set name = ?, cron = ?, zone = ?, catch_up = ?, type = ?, input = ?, options = ?, links = ?,
          next_at = ?, revision = revision + 1, updated_at = ?
        where id = ?
        """,
        plan.name(),
        plan.cron(),
        plan.zone(),
        plan.catchUp().wireName(),
        plan.type(),
        plan.input(),
        plan.options(),
        plan.links(),
        changed.nextAt(),
        changed.updatedAt(),
        changed.id());
  }

  /** Into another state, with when it is due there. */
  public static void move(Session session, Schedule moved) throws SQLException {
    session.update(
        """
        update schedule set state = ?, since = ?, next_at = ?, revision = revision + 1, updated_at = ? where id = ?
        """,
        moved.state().wireName(),
        moved.since(),
        moved.nextAt(),
        moved.updatedAt(),
        moved.id());
  }

  /** Removes it; its jobs stay. */
  public static void remove(Session session, UUID id) throws SQLException {
    session.update("delete from schedule where id = ?", id);
  }

  /**
   * From the time at which it is due to a later one. What belongs to the former is to be done in
   * the same transaction, and only then: whoever comes second, be it on another server, finds the
   * later one.
   *
   * @return false if it is not as it was, or not due then any more
   */
  public static boolean advance(Session session, Schedule due, Instant next) throws SQLException {
    return session.update(
            "update schedule set next_at = ? where id = ? and next_at = ? and revision = ?",
            next,
            due.id(),
            due.nextAt(),
            due.revision())
        == 1;
  }

  /** What became of a time; after {@link #advance}. */
  public static void ran(Session session, UUID id, Run run) throws SQLException {
    Refused refusal = run.refusal();
    session.updateLater(
        "update schedule set last_at = ?, last_job = ?, last_code = ?, last_message = ? where id = ?",
        run.at(),
        run.job() == null ? null : run.job().value(),
        refusal == null ? null : refusal.code(),
        refusal == null ? null : refusal.message(),
        id);
  }
}
