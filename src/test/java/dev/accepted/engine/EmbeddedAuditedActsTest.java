package dev.accepted.engine;

import dev.accepted.sql.Database;
import dev.accepted.sql.EmbeddedDatabase;
import java.nio.file.Path;

/** What is told of acts on H2. */
class EmbeddedAuditedActsTest extends AuditedActsContract {

  @Override
  Database open(Path data) {
    return EmbeddedDatabase.open(data.resolve("jobs"), false, 8, false);
  }
}
