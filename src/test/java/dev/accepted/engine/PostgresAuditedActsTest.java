package dev.accepted.engine;

import dev.accepted.sql.Database;
import dev.accepted.sql.TestPostgres;
import java.nio.file.Path;

/** What is told of acts on PostgreSQL. */
class PostgresAuditedActsTest extends AuditedActsContract {

  @Override
  Database open(Path data) {
    return TestPostgres.database();
  }
}
