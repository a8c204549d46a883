package dev.accepted.store;

import dev.accepted.job.JobId;
import dev.accepted.job.Owners;
import dev.accepted.sql.Row;
import dev.accepted.sql.Session;
import dev.accepted.store.Schedule.CatchUp;
import dev.accepted.store.Schedule.Plan;
import dev.accepted.store.Schedule.Run;
import dev.accepted.store.Schedule.State;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What can be asked of the store about schedules. */
public final class ScheduleQueries {

  /** All but the input, which may be long. */
  private static final String COLUMNS =
      """
      id, owner, name, cron, zone, catch_up, type, options, links, state, since, next_at, revision,
        last_at, last_job, last_code, last_message, created_at, updated_at
      """;

  private ScheduleQueries() {}

  /**
   * Those of these owners, newest first, without their inputs.
   *
   * @param before only such as are older than that one; null for the first page
   */
  public static List<Schedule> of(Session session, Owners owners, int limit, @Nullable UUID before)
      throws SQLException {
    OwnerCondition condition = OwnerCondition.of(owners);
    List<Object> arguments = new ArrayList<>(condition.arguments());
    String older = "";
    if (before != null) {
      older = " and id < ?";
      arguments.add(before);
    }
    arguments.add(limit);
    // H2 goes by an index only if its columns lead the order.
    String order = owners instanceof Owners.Only ? "owner desc, id desc" : "id desc";
    return session.list(
        "select %s from schedule where %s%s order by %s limit ?"
            .formatted(COLUMNS, condition.text(), older, order),
        row -> schedule(row, null),
        arguments.toArray());
  }

  /** How many an owner has. */
  public static int count(Session session, String owner) throws SQLException {
    return session
        .first(
            "select cast(count(*) as integer) as number from schedule where owner = ?",
            row -> row.number("number"),
            owner)
        .orElse(0);
  }

  /** That one, if it is one of these owners'. */
  public static Optional<Schedule> find(Session session, Owners owners, UUID id)
      throws SQLException {
    return find(session, owners, id, "");
  }

  /** The same; nobody else changes it before this transaction ends. */
  public static Optional<Schedule> findToChange(Session session, Owners owners, UUID id)
      throws SQLException {
    return find(session, owners, id, session.dialect().locked());
  }

  private static Optional<Schedule> find(Session session, Owners owners, UUID id, String locked)
      throws SQLException {
    return session
        .first(
            "select %s, input from schedule where id = ?%s".formatted(COLUMNS, locked),
            ScheduleQueries::withInput,
            id)
        .filter(stored -> owners.include(stored.owner()));
  }

  /** Those that are due, whoever's they are; the earliest first. */
  public static List<Schedule> due(Session session, Instant now, int limit) throws SQLException {
    return session.list(
        "select %s, input from schedule where next_at <= ? order by next_at, id limit ?"
            .formatted(COLUMNS),
        ScheduleQueries::withInput,
        now,
        limit);
  }

  private static Schedule withInput(Row row) throws SQLException {
    return schedule(row, row.text("input"));
  }

  private static Schedule schedule(Row row, @Nullable String input) throws SQLException {
    return new Schedule(
        row.uuid("id"),
        row.text("owner"),
        new Plan(
            row.text("name"),
            row.text("cron"),
            row.text("zone"),
            CatchUp.valueOf(row.text("catch_up").toUpperCase(Locale.ROOT)),
            row.text("type"),
            input,
            row.text("options"),
            row.text("links")),
        State.valueOf(row.text("state").toUpperCase(Locale.ROOT)),
        row.instant("since"),
        row.instantOrNull("next_at"),
        row.longNumber("revision"),
        run(row),
        row.instant("created_at"),
        row.instant("updated_at"));
  }

  private static @Nullable Run run(Row row) throws SQLException {
    Instant at = row.instantOrNull("last_at");
    UUID job = row.uuidOrNull("last_job");
    if (at == null) {
      return null;
    }
    return job != null
        ? Run.of(at, new JobId(job))
        : Run.refused(at, row.text("last_code"), row.text("last_message"));
  }
}
