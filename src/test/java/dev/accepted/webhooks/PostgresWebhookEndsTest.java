package dev.accepted.webhooks;

import dev.accepted.sql.Database;
import dev.accepted.sql.TestPostgres;
import java.nio.file.Path;

/** The ends of deliveries on PostgreSQL. */
class PostgresWebhookEndsTest extends WebhookEndsContract {

  private final String url = TestPostgres.url();

  @Override
  Database open(Path data) {
    return TestPostgres.connect(url);
  }
}
