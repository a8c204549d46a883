package dev.accepted.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accepted.job.JobId;
import dev.accepted.job.Owners;
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

    assertThat(plan.split("PUBLIC.JOB_READY: STATUS = 'queued'", -1)).as(plan).hasSize(3);
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

  @Test
  void anOwnersPageIsFoundByItsIndex() {
    String first = plan(JobList.text(new Owners.Only("a"), JobFilter.ALL, null), "a", 10);
    String next =
        plan(
            JobList.text(new Owners.Only("a"), JobFilter.ALL, new JobId(UUID.randomUUID())),
            "a",
            UUID.randomUUID(),
            10);

    assertThat(first).contains("PUBLIC.JOB_OWNER: OWNER = ").contains("/* index sorted */");
    assertThat(next).contains("PUBLIC.JOB_OWNER: OWNER = ").contains("/* index sorted */");
  }

  @Test
  void everybodysPageIsReadInTheOrderOfTheIds() {
    String plan = plan(JobList.text(Owners.ALL, JobFilter.ALL, null), 10);

    assertThat(plan).contains("PUBLIC.PRIMARY_KEY").contains("/* index sorted */");
  }

  private String plan(String statement, Object... arguments) {
    return database.read(
        session ->
            session
                .first("explain " + statement, row -> (String) row.object(1), arguments)
                .orElseThrow());
  }
}
