package dev.accepted.webhooks;

import dev.accepted.sql.Database;
import dev.accepted.sql.EmbeddedDatabase;
import java.nio.file.Path;

/** Webhooks on H2. */
class EmbeddedWebhooksTest extends WebhooksContract {

  @Override
  Database open(Path data) {
    return EmbeddedDatabase.open(data.resolve("jobs"), false, 8, false);
  }
}
