package dev.accepted.webhooks;

import dev.accepted.sql.Database;
import dev.accepted.sql.TestPostgres;
import java.nio.file.Path;

/** Signatures on PostgreSQL. */
class PostgresSubscriptionSecretsTest extends SubscriptionSecretsContract {

  private final String url = TestPostgres.url();

  @Override
  Database open(Path data) {
    return TestPostgres.connect(url);
  }
}
