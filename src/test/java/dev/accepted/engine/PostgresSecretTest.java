package dev.accepted.engine;

import dev.accepted.sql.Database;
import dev.accepted.sql.TestPostgres;
import java.nio.file.Path;

/** The server's own secret on PostgreSQL. */
class PostgresSecretTest extends SecretContract {

  private final String url = TestPostgres.url();

  @Override
  Database open(Path data) {
    return TestPostgres.connect(url);
  }

  @Override
  void cut(Database database) {
    TestPostgres.shut(url);
  }
}
