package dev.accepted.store;

import dev.accepted.sql.Database;
import dev.accepted.sql.TestPostgres;

/** The store on PostgreSQL. */
class PostgresStoreTest extends StoreContract {

  @Override
  Database open() {
    return TestPostgres.database();
  }
}
