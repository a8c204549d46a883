package dev.accepted.store;

import dev.accepted.sql.Database;
import dev.accepted.sql.EmbeddedDatabase;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** Rows of uploads, on H2. */
class EmbeddedUploadStoreTest extends UploadStoreContract {

  @TempDir Path folder;

  @Override
  Database open() {
    return EmbeddedDatabase.open(folder.resolve("jobs"), false, 3, false);
  }
}
