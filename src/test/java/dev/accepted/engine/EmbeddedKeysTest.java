package dev.accepted.engine;

import dev.accepted.sql.Database;
import dev.accepted.sql.EmbeddedDatabase;
import java.nio.file.Path;

/** Keys on H2. */
class EmbeddedKeysTest extends KeysContract {

  @Override
  Database open(Path data) {
    return EmbeddedDatabase.open(data.resolve("jobs"), false, 8, false);
  }

  @Override
  void cut(Database database) {
    database.transaction(session -> session.update("alter table api_key rename to hidden"));
  }
}
