package dev.accepted.store;

import dev.accepted.sql.Database;
import dev.accepted.sql.TestPostgres;

/** What callers have, on PostgreSQL. */
class PostgresUseTest extends UseContract {

  @Override
  Database open() {
    return TestPostgres.database();
  }
}
