package dev.accepted.store;

import dev.accepted.sql.Database;
import dev.accepted.sql.TestPostgres;

/** What is told of deliveries, on PostgreSQL. */
class PostgresDeliveryListTest extends DeliveryListContract {

  @Override
  Database open() {
    return TestPostgres.database();
  }
}
