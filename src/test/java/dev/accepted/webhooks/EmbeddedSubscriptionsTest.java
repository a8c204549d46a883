package dev.accepted.webhooks;

import dev.accepted.sql.Database;
import dev.accepted.sql.EmbeddedDatabase;
import java.nio.file.Path;

/** Subscriptions on H2. */
class EmbeddedSubscriptionsTest extends SubscriptionsContract {

  @Override
  Database open(Path data) {
    return EmbeddedDatabase.open(data.resolve("jobs"), false, 8, false);
  }
}
