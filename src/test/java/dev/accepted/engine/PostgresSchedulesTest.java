package dev.accepted.engine;

import dev.accepted.sql.Database;
import dev.accepted.sql.TestPostgres;
import java.nio.file.Path;

/** Schedules on PostgreSQL. */
class PostgresSchedulesTest extends SchedulesContract {

  private final String url = TestPostgres.url();

  @Override
  Database open(Path data) {
    return TestPostgres.connect(url);
  }
}
