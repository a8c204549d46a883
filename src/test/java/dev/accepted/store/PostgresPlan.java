package dev.accepted.store;

import dev.accepted.sql.Database;
import java.sql.Statement;
import java.util.List;

/**
 * What PostgreSQL makes of statements, when so many jobs have been counted.
 *
 * @param database nothing is left in it
 */
record PostgresPlan(int queued, int finished, Database database) {

  private static final String JOBS =
      """
      insert into job (id, owner, type, status, priority, attempt, max_attempts, claim, revision, submitted_at,
        updated_at, finished_at, wake_at, timeout_ms, retain_ms, input, turn, progress_done, progress_total)
      select gen_random_uuid(), 'caller ' || n % 10000, 'a', status, 4, 1, 1, 1, 1, now(), now(), ended, ended, 0, 0, '{}',
        n / 10000, 0, 0
      from (
        select 'queued' as status, cast(null as timestamptz) as ended, n from generate_series(1, ?) as n
        union all select 'succeeded', now(), n from generate_series(1, ?) as n) as kinds
      """;

  static PostgresPlan amid(int queued, int finished, Database database) {
    return new PostgresPlan(queued, finished, database);
  }

  /**
   * The plan of a statement.
   *
   * @param kind generic, as for a statement that was run often, or custom
   * @param types of its parameters, by comma
   * @param arguments the same
   */
  String of(String kind, String types, String statement, String arguments) {
    return database.transaction(
        session -> {
          session.update(JOBS, queued, finished);
          String numbered = statement;
          for (int i = 1; numbered.contains("?"); i++) {
            numbered = numbered.replaceFirst("[?]", "\\$" + i);
          }
          try (Statement plain = session.connection().createStatement()) {
            plain.execute("analyze job");
            plain.execute("set local plan_cache_mode = force_" + kind + "_plan");
            plain.execute("prepare planned (" + types + ") as " + numbered);
          }
          List<String> lines =
              session.list(
                  "explain execute planned (" + arguments + ")", row -> (String) row.object(1));
          session.update("deallocate planned");
          return String.join("\n", lines);
        });
  }
}
