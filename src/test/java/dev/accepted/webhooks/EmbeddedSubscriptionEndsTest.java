package dev.accepted.webhooks;

import dev.accepted.sql.Database;
import dev.accepted.sql.EmbeddedDatabase;
import java.nio.file.Path;

/** The ends of subscriptions on H2. */
class EmbeddedSubscriptionEndsTest extends SubscriptionEndsContract {

  @Override
  Database open(Path data) {
    return EmbeddedDatabase.open(data.resolve("jobs"), false, 8, false);
  }
}
