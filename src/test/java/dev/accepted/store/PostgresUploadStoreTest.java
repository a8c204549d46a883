package dev.accepted.store;

import dev.accepted.sql.Database;
import dev.accepted.sql.TestPostgres;

/** Rows of uploads, on PostgreSQL. */
class PostgresUploadStoreTest extends UploadStoreContract {

  @Override
  Database open() {
    return TestPostgres.database();
  }
}
