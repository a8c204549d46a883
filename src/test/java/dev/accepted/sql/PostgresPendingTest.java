package dev.accepted.sql;

class PostgresPendingTest extends PendingContract {

  @Override
  Database open() {
    return TestPostgres.database();
  }
}
