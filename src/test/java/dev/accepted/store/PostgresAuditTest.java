package dev.accepted.store;

import dev.accepted.sql.Database;
import dev.accepted.sql.TestPostgres;

/** The audit log on PostgreSQL. */
class PostgresAuditTest extends AuditContract {

  @Override
  Database open() {
    return TestPostgres.database();
  }
}
