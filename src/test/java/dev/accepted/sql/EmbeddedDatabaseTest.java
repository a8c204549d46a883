package dev.accepted.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import org.h2.message.DbException;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStoreException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseTest {

  private static final long PLENTY = 1L << 30;

  @TempDir Path folder;

  @Test
  void nothingIsWrittenWhileTheDiskIsNearlyFull() {
    AtomicLong room = new AtomicLong(PLENTY);
    try (Database database =
        EmbeddedDatabase.open(folder.resolve("full"), false, 2, false, room::get)) {
      database.transaction(session -> session.update("create table t (n integer)"));

      room.set(1 << 20);
      assertThatThrownBy(
              () -> database.transaction(session -> session.update("insert into t values (1)")))
          .isInstanceOf(DatabaseException.class)
          .hasMessageContaining("disk");
      assertThat(count(database)).isZero();

      room.set(PLENTY);
      database.transaction(session -> session.update("insert into t values (2)"));
      assertThat(count(database)).isEqualTo(1);
    }
  }

  /** As H2 itself says that it has written over what was still being read. */
  @Test
  void whatWasWrittenOverMeanwhileIsReadAgain() {
    AtomicLong reads = new AtomicLong();
    MVStoreException gone =
        new MVStoreException(DataUtils.ERROR_CHUNK_NOT_FOUND, "Chunk 5174 not found [2.4.240/9]");
    try (Database database =
        EmbeddedDatabase.open(folder.resolve("read"), false, 2, false, () -> PLENTY)) {
      String read =
          database.read(
              session -> {
                if (reads.incrementAndGet() == 1) {
                  throw DbException.toSQLException(gone);
                }
                return "the next version";
              });

      assertThat(read).isEqualTo("the next version");
      assertThatThrownBy(
              () ->
                  database.read(
                      session -> {
                        reads.incrementAndGet();
                        throw DbException.toSQLException(gone);
                      }))
          .isInstanceOf(DatabaseException.class);
    }
    assertThat(reads).hasValue(4);
  }

  private static int count(Database database) {
    return database.read(
        session ->
            session.first("select count(*) as n from t", row -> row.number("n")).orElseThrow());
  }
}
