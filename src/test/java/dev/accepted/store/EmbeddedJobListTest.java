package dev.accepted.store;

import dev.accepted.sql.Database;
import dev.accepted.sql.EmbeddedDatabase;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** Lists of jobs on H2. */
class EmbeddedJobListTest extends JobListContract {

  @TempDir Path folder;

  @Override
  Database open() {
    return EmbeddedDatabase.open(folder.resolve("jobs"), false, 3, false);
  }
}
