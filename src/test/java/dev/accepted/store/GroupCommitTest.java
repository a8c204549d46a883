package dev.accepted.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accepted.sql.EmbeddedDatabase;
import dev.accepted.sql.Session;
import dev.accepted.sql.SqlWork;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of a write that can't be stored, and of those that are written with it. */
class GroupCommitTest {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @TempDir Path folder;
  private EmbeddedDatabase database;
  private GroupCommit writer;

  @BeforeEach
  void open() {
    database = EmbeddedDatabase.open(folder.resolve("numbers"), false, 3, false);
    database.transaction(
        session -> session.update("create table number (n integer primary key, word varchar(5))"));
    writer =
        new GroupCommit(
            database, Thread::new, CommitListener.NONE, new StoreObserver() {}, Outbox.NONE);
  }

  @AfterEach
  void close() {
    writer.close();
    database.close();
  }

  private static SqlWork<Integer> insert(int number, String word) {
    return session -> session.update("insert into number values (?, ?)", number, word);
  }

  private List<Integer> numbers() {
    return database.read(
        session -> session.list("select n from number order by n", row -> row.number("n")));
  }

  @Test
  void oneThatIsRefusedSpoilsNoOther() {
    CompletableFuture<Boolean> gathered = new CompletableFuture<>();
    writer.write(
        session -> {
          gathered.join();
          return insert(0, "first").in(session);
        });
    List<CompletableFuture<Integer>> good = new ArrayList<>();
    for (int i = 1; i < 100; i++) {
      good.add(writer.write(insert(i, "good")));
    }
    CompletableFuture<Integer> again = writer.write(insert(50, "again"));
    CompletableFuture<Integer> tooLong = writer.write(insert(100, "longer than five"));
    CompletableFuture<Integer> noSuchTable =
        writer.write(session -> session.update("insert into nowhere values (1)"));
    CompletableFuture<Integer> fault =
        writer.write(
            session -> {
              throw new IllegalStateException("a fault of our own");
            });
    good.add(writer.write(insert(101, "last")));
    gathered.complete(true);

    for (CompletableFuture<Integer> one : good) {
      assertThat(one).succeedsWithin(PATIENCE).isEqualTo(1);
    }
    for (CompletableFuture<Integer> one : List.of(again, tooLong, noSuchTable, fault)) {
      assertThat(one)
          .failsWithin(PATIENCE)
          .withThrowableThat()
          .withCauseInstanceOf(StoreRefused.class);
    }
    assertThat(numbers()).hasSize(101).doesNotHaveDuplicates().doesNotContain(100);
  }

  @Test
  void anErrorIsNotTheWritersEnd() {
    CompletableFuture<Integer> broken =
        writer.write(
            session -> {
              throw new AssertionError("no reason at all");
            });
    assertThat(broken)
        .failsWithin(PATIENCE)
        .withThrowableThat()
        .withCauseInstanceOf(StoreUnavailable.class);
    assertThat(writer.write(insert(1, "one"))).succeedsWithin(PATIENCE);
    assertThat(writer.isAlive()).isTrue();
    assertThat(numbers()).containsExactly(1);
  }

  @Test
  void aStoreThatCanNotBeUsedNowIsNoRefusal() throws Exception {
    assertThat(writer.write(insert(1, "one"))).succeedsWithin(PATIENCE);
    SqlWork<Integer> change = session -> session.update("update number set word = 'two'");
    try (Session other = database.open()) {
      change.in(other); // holds the row until it is closed
      assertThat(writer.write(change))
          .failsWithin(PATIENCE)
          .withThrowableThat()
          .withCauseInstanceOf(StoreUnavailable.class);
      other.connection().rollback();
    }
    assertThat(writer.write(change)).succeedsWithin(PATIENCE).isEqualTo(1);
  }
}
