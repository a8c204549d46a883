package dev.accepted.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accepted.job.Owners;
import dev.accepted.sql.Database;
import dev.accepted.sql.TestPostgres;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The store on PostgreSQL. */
class PostgresStoreTest extends StoreContract {

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

  @Override
  Database open() {
    return TestPostgres.database();
  }

  /**
   * Statistics are as old as a minute, plans are kept for as long, and made for any type and limit:
   * the queue may be short or long now, and have been the other then.
   */
  @ParameterizedTest
  @CsvSource({"0, 20", "0, 20000", "20000, 20000", "20, 0"})
  void theNextJobsAreFoundByTheirIndexWhateverTheStatisticsSay(int queued, int finished) {
    String plan =
        plan(
            queued,
            finished,
            "generic",
            "text, text",
            JobQueries.readyQuery(database.dialect(), 9),
            "'a', 'a'");

    assertThat(plan).contains("Index Scan using job_ready").doesNotContain("Sort");
  }

  @ParameterizedTest
  @CsvSource({"0, 20", "0, 20000", "20000, 20000", "20, 0"})
  void whoseTurnItIsIsFoundByTheIndexWhateverTheStatisticsSay(int queued, int finished) {
    String plan = plan(queued, finished, "generic", "text, int", Turns.FRONT, "'a', 4");

    assertThat(plan).contains("Index Only Scan using job_ready").doesNotContain("Sort");
  }

  @ParameterizedTest
  @CsvSource({"0, 20", "0, 20000", "20000, 20000", "20, 0"})
  void aJobIsChangedByItsIdWhateverTheStatisticsSay(int queued, int finished) {
    String plan =
        plan(
            queued,
            finished,
            "custom",
            "uuid, text, bigint",
            "delete from job" + JobStore.GUARD,
            "'%s', 'queued', 1".formatted(UUID.randomUUID()));

    assertThat(plan).contains("Index Scan using job_pkey").doesNotContain("job_ready");
  }

  @ParameterizedTest
  @CsvSource({"0, 20000", "20000, 20000"})
  void anOwnersPageIsFoundByItsIndexAmongThoseOfOthers(int queued, int finished) {
    String plan =
        plan(
            queued,
            finished,
            "generic",
            "text, integer",
            JobList.text(new Owners.Only("a"), JobFilter.ALL, null),
            "'another', 51");

    assertThat(plan).contains("Index Scan Backward using job_owner").doesNotContain("Sort");
  }

  /** What PostgreSQL makes of a statement, when so many jobs have been counted. */
  private String plan(
      int queued, int finished, String kind, String types, String statement, String arguments) {
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
