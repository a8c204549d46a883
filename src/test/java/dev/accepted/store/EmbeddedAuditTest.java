package dev.accepted.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accepted.sql.Database;
import dev.accepted.sql.EmbeddedDatabase;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The audit log on H2. */
class EmbeddedAuditTest extends AuditContract {

  @TempDir Path folder;

  @Override
  Database open() {
    return EmbeddedDatabase.open(folder.resolve("jobs"), false, 3, false);
  }

  @Test
  void pagesAreReadInTheOrderOfAnIndex() {
    AuditFilter tenant =
        new AuditFilter(
            Optional.of("a"),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    assertThat(plan(AuditList.text(AuditFilter.ALL, Optional.empty()), 10))
        .contains("PRIMARY_KEY")
        .contains("/* index sorted */");
    assertThat(plan(AuditList.text(tenant, Optional.of(7L)), "a", 7L, 10))
        .contains("AUDIT_ENTRY_TENANT: TENANT = ")
        .contains("/* index sorted */");
  }

  private String plan(String statement, Object... arguments) {
    return database.read(
        session ->
            session
                .first("explain " + statement, row -> (String) row.object(1), arguments)
                .orElseThrow());
  }
}
