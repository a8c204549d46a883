package dev.accepted.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accepted.sql.Database;
import dev.accepted.sql.EmbeddedDatabase;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The store on H2. */
class EmbeddedStoreTest extends StoreContract {

  @TempDir Path folder;

  @Override
  Database open() {
    return EmbeddedDatabase.open(folder.resolve("jobs"), false, 3, false);
  }

  /** A look at the queue is taken while a million jobs wait: it must not read them. */
  @Test
  void whatIsReadyIsCountedInTheIndex() {
    String plan = plan(ReadyJobs.LOOK, "a", "a");

    assertThat(plan.split("PUBLIC.JOB_(READY|LISTED): STATUS = 'queued'", -1)).as(plan).hasSize(3);
    assertThat(plan).contains("/* index sorted */").doesNotContain("tableScan");
  }

  @Test
  void theNextJobsAreFoundByTheirIndex() {
    String plan = plan(JobQueries.readyQuery(database.dialect(), 9), "a", "a");

    assertThat(plan).contains("PUBLIC.JOB_READY: STATUS = 'queued'").contains("/* index sorted */");
  }

  @Test
  void whoseTurnItIsIsFoundByTheIndex() {
    String plan = plan(Turns.FRONT, "a", 4);

    assertThat(plan).contains("PUBLIC.JOB_READY: PRIORITY = ?2").contains("/* index sorted */");
  }

  @Test
  void aJobIsChangedByItsId() {
    String plan = plan("delete from job" + JobStore.GUARD, UUID.randomUUID(), "queued", 1L);

    assertThat(plan).contains("PUBLIC.PRIMARY_KEY").doesNotContain("JOB_READY");
  }

  private String plan(String statement, Object... arguments) {
    return EmbeddedPlan.of(database, statement, arguments);
  }
}
