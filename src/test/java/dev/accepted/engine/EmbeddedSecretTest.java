package dev.accepted.engine;

import dev.accepted.sql.Database;
import dev.accepted.sql.EmbeddedDatabase;
import java.nio.file.Path;

/** The server's own secret on H2. */
class EmbeddedSecretTest extends SecretContract {

  @Override
  Database open(Path data) {
    return EmbeddedDatabase.open(data.resolve("jobs"), false, 8, false);
  }

  @Override
  void cut(Database database) {
    database.transaction(session -> session.update("alter table server_secret rename to hidden"));
  }
}
