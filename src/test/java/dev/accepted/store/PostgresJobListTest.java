package dev.accepted.store;

import dev.accepted.sql.Database;
import dev.accepted.sql.TestPostgres;

/** Lists of jobs on PostgreSQL. */
class PostgresJobListTest extends JobListContract {

  @Override
  Database open() {
    return TestPostgres.database();
  }
}
