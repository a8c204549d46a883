package dev.accepted.store;

import dev.accepted.sql.Database;
import dev.accepted.sql.TestPostgres;

/** Turns on PostgreSQL. */
class PostgresTurnsTest extends TurnsContract {

  @Override
  Database open() {
    return TestPostgres.database();
  }
}
