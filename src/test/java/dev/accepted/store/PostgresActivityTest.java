package dev.accepted.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accepted.sql.Database;
import dev.accepted.sql.TestPostgres;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What was counted on PostgreSQL. */
class PostgresActivityTest extends ActivityContract {

  @Override
  Database open() {
    return TestPostgres.database();
  }

  /** Whatever the clock of the server that asks says: it isn't even given. */
  @Test
  void aNodeIsSilentWhenItsLeaseIsOverByTheClockOfTheDatabase() {
    assertThat(registered(Duration.ofMinutes(1)))
        .singleElement()
        .satisfies(
            node -> {
              assertThat(node.shared()).isTrue();
              assertThat(node.silent()).isFalse();
            });

    database.transaction(session -> Nodes.renew(session, Duration.ofMillis(-1)));

    assertThat(database.read(NodeRow::all)).singleElement().matches(NodeRow::silent);
  }

  private List<NodeRow> registered(Duration lease) {
    database.transaction(
        session -> {
          Nodes.register(session, "web-1", lease);
          return true;
        });
    return database.read(NodeRow::all);
  }
}
