package dev.accepted.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accepted.sql.Database;
import dev.accepted.sql.EmbeddedDatabase;
import dev.accepted.sql.Migrations;
import java.nio.file.Path;
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
    try (Database database = EmbeddedDatabase.open(folder.resolve("another"), false, 3, false)) {
      Migrations.run(database, "db/jobs");
      String plan =
          database.read(
              session ->
                  session
                      .first("explain " + ReadyJobs.LOOK, row -> (String) row.object(1), "a", "a")
                      .orElseThrow());
      assertThat(plan.split("PUBLIC.JOB_READY: STATUS = 'queued'", -1)).as(plan).hasSize(3);
      assertThat(plan).contains("/* index sorted */").doesNotContain("tableScan");
    }
  }
}
