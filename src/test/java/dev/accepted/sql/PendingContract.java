package dev.accepted.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Statements that are sent together, on either database. */
abstract class PendingContract {

  private static final String INSERT = "insert into t (id, n) values (?, ?)";
  private static final String ADD = "update t set n = n + ? where id = ?";

  private Database database;

  abstract Database open();

  @BeforeEach
  void make() {
    database = open();
    database.transaction(
        session -> session.update("create table t (id integer primary key, n integer not null)"));
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void eachTellsWhatItHasChangedOnceTheTransactionIsOver() {
    database.transaction(session -> session.update(INSERT, 1, 10));
    List<Pending> all = new ArrayList<>();
    database.transaction(
        session -> {
          all.add(session.updateLater(ADD, 5, 1));
          all.add(session.updateLater(ADD, 5, 2));
          all.add(session.updateLater(INSERT, 2, 20));
          all.add(session.updateLater(ADD, 1, 1));
          assertThatThrownBy(() -> all.get(0).changedOne())
              .isInstanceOf(IllegalStateException.class);
          return true;
        });
    assertThat(all.stream().map(Pending::changedOne)).containsExactly(true, false, true, true);
    assertThat(numbers()).containsExactly(16, 20);
  }

  @Test
  void whatComesAfterSeesIt() {
    database.transaction(
        session -> {
          session.updateLater(INSERT, 1, 1);
          assertThat(session.update(ADD, 1, 1)).isEqualTo(1);
          session.updateLater(INSERT, 2, 5);
          assertThat(session.list("select n from t order by id", row -> row.number("n")))
              .containsExactly(2, 5);
          return true;
        });
    assertThat(numbers()).containsExactly(2, 5);
  }

  @Test
  void oneThatCantBeCarriedOutIsTheTransactionsEnd() {
    assertThatThrownBy(
            () ->
                database.transaction(
                    session -> {
                      session.updateLater(INSERT, 1, 1);
                      session.updateLater(INSERT, 1, 2);
                      return true;
                    }))
        .isInstanceOfSatisfying(
            DatabaseException.class, failure -> assertThat(failure.isDuplicate()).isTrue());
    assertThat(numbers()).isEmpty();
  }

  @Test
  void whatIsRolledBackIsNotSentByTheNext() throws Exception {
    try (Session kept = database.open()) {
      assertThatThrownBy(
              () ->
                  database.transaction(
                      kept,
                      session -> {
                        session.updateLater(INSERT, 1, 1);
                        throw new IllegalStateException("no");
                      }))
          .isInstanceOf(IllegalStateException.class);
      database.transaction(kept, session -> session.updateLater(INSERT, 2, 2));
    }
    assertThat(numbers()).containsExactly(2);
  }

  private List<Integer> numbers() {
    return database.read(
        session -> session.list("select n from t order by id", row -> row.number("n")));
  }
}
