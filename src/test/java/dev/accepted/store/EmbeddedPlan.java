package dev.accepted.store;

import dev.accepted.sql.Database;

/** What H2 makes of a statement. */
final class EmbeddedPlan {

  private EmbeddedPlan() {}

  static String of(Database database, String statement, Object... arguments) {
    return database.read(
        session ->
            session
                .first("explain " + statement, row -> (String) row.object(1), arguments)
                .orElseThrow());
  }
}
