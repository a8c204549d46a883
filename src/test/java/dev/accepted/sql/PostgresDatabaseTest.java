package dev.accepted.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** The schema that a database is opened with. */
class PostgresDatabaseTest {

  private final String url = TestPostgres.url();

  private static String schema(Database database) {
    return database.read(
        session ->
            session
                .first("select current_schema() as name", row -> row.text("name"))
                .orElseThrow());
  }

  @Test
  void isMadeOnce() {
    for (int time = 1; time <= 2; time++) {
      try (PostgresDatabase database = TestPostgres.schema(url, "one")) {
        assertThat(schema(database)).isEqualTo("one");
      }
    }
  }

  @Test
  void mayBelongToAUserWhoCanMakeNone() {
    try (PostgresDatabase database = TestPostgres.schema(url, "made")) {
      database.read(session -> session.update("create role poor login password 'p'"));
      database.read(session -> session.update("create schema given authorization poor"));
    }
    String asPoor = url.replaceAll("user=[^&]*", "user=poor");
    try (PostgresDatabase database = PostgresDatabase.openSchema(asPoor, "poor", "p", 2, "given")) {
      assertThat(schema(database)).isEqualTo("given");
      database.read(session -> session.update("create table t (n integer)"));
    }
    assertThatThrownBy(() -> PostgresDatabase.openSchema(asPoor, "poor", "p", 2, "other"))
        .isInstanceOf(DatabaseException.class)
        .hasMessageContaining("permission denied");
  }

  @Test
  void aConnectionThatBreaksInABatchIsAFailureLikeAnyOther() throws Exception {
    try (PostgresDatabase database = TestPostgres.connect(url)) {
      database.transaction(session -> session.update("create table t (n integer)"));
      Session session = database.open();
      PreparedStatement insert = session.prepare("insert into t values (?)", 1);
      insert.addBatch();
      TestPostgres.shut(url);
      assertThatThrownBy(() -> Session.execute(insert)).isInstanceOf(SQLException.class);
    } finally {
      TestPostgres.open(url);
    }
  }

  @Test
  void readsNoMoreOnceItIsClosed() {
    PostgresDatabase database = TestPostgres.connect(url);
    database.read(
        session -> {
          database.close();
          return true;
        });

    assertThatThrownBy(() -> schema(database)).isInstanceOf(DatabaseException.class);
  }

  @Test
  void hasAPlainName() {
    assertThatThrownBy(() -> TestPostgres.schema(url, "a; drop schema public"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
