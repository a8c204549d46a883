package dev.accepted.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accepted.sql.Database;
import dev.accepted.sql.EmbeddedDatabase;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The journal on H2. */
class EmbeddedJournalTest extends JournalContract {

  @TempDir Path folder;

  @Override
  Database open() {
    return EmbeddedDatabase.open(folder.resolve("jobs"), false, 3, false);
  }

  @Test
  void numbersGoOnAfterARestart() {
    for (int i = 0; i < 40; i++) {
      plain();
    }
    long before = entries().get(39).number();
    database.close();
    database = open();
    stored(job("test", 4, null, Map.of()));
    assertThat(entries().get(40).number()).isGreaterThan(before);
  }
}
