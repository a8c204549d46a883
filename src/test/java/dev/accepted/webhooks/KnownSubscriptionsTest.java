package dev.accepted.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.accepted.job.JobEvent.Kind;
import dev.accepted.sql.Database;
import dev.accepted.sql.DatabaseException;
import dev.accepted.sql.EmbeddedDatabase;
import dev.accepted.sql.Migrations;
import dev.accepted.store.SubscriptionStore;
import dev.accepted.store.WebhookSubscription;
import dev.accepted.store.WebhookSubscription.Filter;
import dev.accepted.store.WebhookSubscription.Secrets;
import dev.accepted.store.WebhookSubscription.State;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When the subscriptions are read again. */
class KnownSubscriptionsTest {

  private static final String OWNER = "tester";
  private static final Instant NOW = Instant.parse("2026-11-21T20:41:07Z");

  @TempDir Path folder;
  private final KnownSubscriptions known = new KnownSubscriptions();
  private Database database;

  @BeforeEach
  void open() {
    database = EmbeddedDatabase.open(folder.resolve("jobs"), false, 2, false);
    Migrations.run(database, "db/jobs");
  }

  @AfterEach
  void close() {
    database.close();
  }

  private void add() {
    WebhookSubscription fresh =
        new WebhookSubscription(
            UUID.randomUUID(),
            OWNER,
            "http://hooks.example/",
            "hooks.example",
            "http://jobs.example/api/",
            new Filter(Set.of(), Set.of(Kind.FAILED), Map.of()),
            new Secrets("whsec_x", null, null),
            State.ACTIVE,
            NOW,
            NOW,
            NOW);
    database.transaction(
        session -> {
          SubscriptionStore.add(session, fresh);
          return true;
        });
  }

  private int seen() {
    return database.transaction(session -> known.current(session).of(OWNER).size());
  }

  @Test
  void theyAreReadWhenSomethingIsSaidToHaveChangedAndNotOtherwise() {
    known.listening();
    assertThat(seen()).isZero();
    add();
    assertThat(seen()).as("nobody has said anything").isZero();

    known.changed();

    assertThat(seen()).isEqualTo(1);
    assertThat(known.isStale()).isFalse();
  }

  @Test
  void whileNothingIsHeardEachTransactionReadsThem() {
    assertThat(seen()).as("before the first notice can be heard").isZero();
    add();
    assertThat(seen()).isEqualTo(1);
    known.listening();
    assertThat(seen()).isEqualTo(1);
    known.deaf();
    add();
    assertThat(seen()).isEqualTo(2);
    add();
    known.listening();
    assertThat(seen()).as("what was missed").isEqualTo(3);
  }

  @Test
  void whoCanNotReadThemWritesNothingDownAndTriesAgain() {
    known.listening();
    assertThat(seen()).isZero();
    add();
    known.changed();
    rename("subscription", "hidden");
    assertThatThrownBy(this::seen).isInstanceOf(DatabaseException.class);
    assertThatThrownBy(this::seen).as("and again").isInstanceOf(DatabaseException.class);

    rename("hidden", "subscription");

    assertThat(seen()).isEqualTo(1);
  }

  private void rename(String from, String to) {
    database.transaction(
        session -> session.update("alter table %s rename to %s".formatted(from, to)));
  }
}
