package dev.accepted.sql;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPendingTest extends PendingContract {

  @TempDir Path folder;

  @Override
  Database open() {
    return EmbeddedDatabase.open(folder.resolve("pending"), false, 2, false);
  }
}
