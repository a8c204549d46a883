package dev.accepted.bench;

import dev.accepted.sql.Database;
import dev.accepted.sql.Dialect;
import dev.accepted.sql.Migrations;
import dev.accepted.sql.Session;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;

/**
 * A store full of jobs of a week, of which some are common, some rare, and some lie far back. They
 * are made within the database, by a few statements.
 */
final class ListedJobs {

  /** Of every second job, the newest too. */
  static final String BUSY_OWNER = "acme/ci";

  /** Of a hundred jobs, all older than two thirds of the others. */
  static final String RARE_OWNER = "small/one";

  /** The tenant of that owner and another like it. */
  static final String SMALL_TENANT = "small";

  /** A tenant whose jobs are of two thousand owners. */
  static final String WIDE_TENANT = "globex";

  /** In the errors of five jobs of the oldest tenth. */
  static final String RARE_WORDS = "quota of node 17";

  /** So many at once: a statement may take eight seconds. */
  private static final int STEP = 20_000;

  private static final Duration SPAN = Duration.ofDays(7);

  /** The numbers of some jobs, and when each was submitted, in milliseconds. */
  private static final String NUMBERS =
      """
      select n, start + n * apart as millis, size
      from (select %s as n from %s) as counted,
        (select cast(? as bigint) as start, cast(? as bigint) as apart, cast(? as bigint) as size) as given
      """;

  private static final String KINDS =
      """
      select n, millis, timestamp with time zone '1970-01-01 00:00:00+00' + millis * interval '0.001' second as at,
        case when n < 20 then 'bulk-operation'
          when n < size / 2 and (n * 7919) %% 1000 < 50 then 'video'
          when (n * 7919) %% 1000 < 400 then 'report'
          when (n * 7919) %% 1000 < 700 then 'import' else 'simulation' end as type,
        case when n < size / 10 and n %% (size / 50 + 1) = 5 then 'odd'
          when n >= size - size / 200 then 'queued'
          when n %% (size / 20 + 1) = 3 then 'running'
          when (n * 104729) %% 997 < 2 then 'scheduled'
          when (n * 104729) %% 997 < 50 then 'failed'
          when (n * 104729) %% 997 < 60 then 'canceled' else 'succeeded' end as status,
        case when n < size / 3 and n %% (size / 300 + 1) = 1 then 'small/one'
          when n < size / 3 and n %% (size / 300 + 1) = 2 then 'small/two'
          when n %% 2 = 0 then 'acme/ci' when n %% 10 < 4 then 'acme/web'
          else 'globex/' || (n %% 2000) end as owner
      from (%s) as numbers
      """;

  private static final String JOBS =
      """
      insert into job (id, owner, type, status, priority, attempt, max_attempts, claim, revision, submitted_at,
        updated_at, started_at, finished_at, wake_at, timeout_ms, retain_ms, labels, input, input_media_type,
        input_length, input_file_name, input_sha256, progress_done, progress_total, progress_unit,
        progress_message, errors, result_media_type, result_length, result_sha256, turn, kept_bytes)
      select cast(%s as uuid), owner, type, case when status = 'odd' then 'failed' else status end, 4, 1, 3, 1, 3, at, at,
        case when status in ('odd', 'running', 'succeeded', 'failed') then at end,
        case when status in ('odd', 'succeeded', 'failed', 'canceled') then at end,
        case when status not in ('queued', 'running') then at + interval '14' day end,
        3600000, 604800000,
        '{"team":"' || case when n %% 4 = 0 then 'red' when n %% 4 = 1 then 'blue' else 'green' end
          || '","batch":"' || (n / 1000) || '"}',
        '{"dataset":"flights","format":"pdf","title":"Carriers by month and delay"}',
        case when type = 'import' then 'text/csv' end, case when type = 'import' then 1000 end,
        case when type = 'import' then 'flights-' || (n %% 5000) || '.csv' end,
        case when type = 'import' then '47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=' end,
        n %% 1000, 1000, 'rows',
        case when type = 'report' then 'grouping by carrier' when type = 'import' then 'storing rows' end,
        case when status = 'odd' then '[{"attempt":1,"at":"2026-11-20T10:00:00Z","code":"no-room","message":"The quota of node 17 is spent"}]'
          when status = 'failed' then '[{"attempt":1,"at":"2026-11-20T10:00:00Z","code":"timeout","message":"It took longer than 60 s"}]' end,
        case when status = 'succeeded' then 'application/pdf' end,
        case when status = 'succeeded' then 8000 end,
        case when status = 'succeeded' then '47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=' end,
        n, 9000
      from (%s) as kinds
      """;

  private static final String LABELS =
      """
      insert into job_label (job_id, name, text)
      select cast(%s as uuid), name,
        case when name = 'batch' then cast(n / 1000 as varchar)
          when n %% 4 = 0 then 'red' when n %% 4 = 1 then 'blue' else 'green' end
      from (%s) as numbers, (values ('team'), ('batch')) as names (name)
      """;

  private static final String USE =
      """
      insert into caller_use (owner, active, bytes)
      select owner, sum(case when finished_at is null then 1 else 0 end), sum(kept_bytes) from job group by owner
      """;

  private final Database database;
  private final int number;
  private final Instant now;
  private final long apart;

  /** That many jobs, the last of them submitted now. */
  ListedJobs(Database database, int number, Instant now) {
    this.database = database;
    this.number = number;
    this.now = now;
    this.apart = SPAN.toMillis() / number;
  }

  /** When the jobs had been submitted of which only a share was left to come. */
  Instant before(double share) {
    return now.minusMillis((long) (apart * number * share));
  }

  /** Makes them. */
  void fill() {
    Migrations.run(database, "db/jobs");
    for (int from = 0; from < number; from += STEP) {
      int first = from;
      int last = Math.min(number, from + STEP) - 1;
      database.transaction(session -> fill(session, first, last));
    }
    database.transaction(session -> session.update(USE));
    database.transaction(ListedJobs::look);
  }

  /** What the server's databases do by themselves, sooner or later. */
  private static boolean look(Session session) throws SQLException {
    try (Statement plain = session.connection().createStatement()) {
      if (session.dialect() == Dialect.POSTGRESQL) {
        session.connection().commit();
        session.connection().setAutoCommit(true);
        plain.execute("set statement_timeout = 0");
        plain.execute("vacuum analyze");
        plain.execute("reset statement_timeout");
        session.connection().setAutoCommit(false);
      } else {
        plain.execute("analyze");
      }
    }
    return true;
  }

  private int fill(Session session, int first, int last) throws SQLException {
    boolean postgres = database.dialect() == Dialect.POSTGRESQL;
    String n = postgres ? "cast(g as bigint)" : "x";
    String range = postgres ? "generate_series(?, ?) as g" : "system_range(?, ?)";
    String hex =
        postgres
            ? "lpad(to_hex(millis), 12, '0')"
            : "lower(substring(rawtohex(cast(millis as binary(8))) from 5))";
    String id = hex + " || '70008' || lpad(cast(n as varchar), 15, '0')";
    String numbers = NUMBERS.formatted(n, range);
    Object[] given = {first, last, now.toEpochMilli() - apart * (number - 1), apart, number};
    session.update(JOBS.formatted(id, KINDS.formatted(numbers)), given);
    return session.update(LABELS.formatted(id, numbers), given);
  }
}
