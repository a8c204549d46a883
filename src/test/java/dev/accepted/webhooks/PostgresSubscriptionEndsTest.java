package dev.accepted.webhooks;

import dev.accepted.sql.Database;
import dev.accepted.sql.TestPostgres;
import java.nio.file.Path;

/** The ends of subscriptions on PostgreSQL. */
class PostgresSubscriptionEndsTest extends SubscriptionEndsContract {

  private final String url = TestPostgres.url();

  @Override
  Database open(Path data) {
    return TestPostgres.connect(url);
  }
}
