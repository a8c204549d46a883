package dev.accepted.engine;

import dev.accepted.sql.Database;
import dev.accepted.sql.EmbeddedDatabase;
import java.nio.file.Path;

/** Schedules on H2. */
class EmbeddedSchedulesTest extends SchedulesContract {

  @Override
  Database open(Path data) {
    return EmbeddedDatabase.open(data.resolve("jobs"), false, 8, false);
  }
}
