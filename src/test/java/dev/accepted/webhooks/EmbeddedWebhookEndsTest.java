package dev.accepted.webhooks;

import dev.accepted.sql.Database;
import dev.accepted.sql.EmbeddedDatabase;
import java.nio.file.Path;

/** The ends of deliveries on H2. */
class EmbeddedWebhookEndsTest extends WebhookEndsContract {

  @Override
  Database open(Path data) {
    return EmbeddedDatabase.open(data.resolve("jobs"), false, 8, false);
  }
}
