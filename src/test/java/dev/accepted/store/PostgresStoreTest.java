package dev.accepted.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accepted.sql.Database;
import dev.accepted.sql.TestPostgres;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The store on PostgreSQL. */
class PostgresStoreTest extends StoreContract {

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

  private String plan(
      int queued, int finished, String kind, String types, String statement, String arguments) {
    return PostgresPlan.amid(queued, finished, database).of(kind, types, statement, arguments);
  }
}
