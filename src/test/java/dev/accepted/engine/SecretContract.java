package dev.accepted.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.accepted.config.Settings;
import dev.accepted.config.TestSettings;
import dev.accepted.guard.secrets.ServerSecret;
import dev.accepted.sql.Database;
import dev.accepted.sql.DatabaseException;
import dev.accepted.sql.Migrations;
import dev.accepted.store.SecretStore;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The server's own secret, on any database. */
@Timeout(90)
abstract class SecretContract {

  private static final String SET = "0123456789abcdef".repeat(4);
  private static final int SERVERS = 4;

  @TempDir Path folder;
  private final ExecutorService threads = Executors.newFixedThreadPool(SERVERS);
  private Database database;

  /** An empty database. */
  abstract Database open(Path data);

  /** The secret can't be read any more. */
  abstract void cut(Database database);

  @BeforeEach
  void migrate() {
    database = open(folder);
    Migrations.run(database, "db/jobs");
  }

  @AfterEach
  void close() {
    threads.shutdownNow();
    database.close();
  }

  private Settings settings(Map<String, String> properties) {
    return TestSettings.in(folder, properties);
  }

  private ServerSecret found() {
    return OwnSecret.of(settings(Map.of()), database);
  }

  @Test
  void oneIsMadeAndKept() {
    ServerSecret made = found();

    assertThat(made.hex()).hasSize(64).isEqualTo(found().hex());
    assertThat(database.read(SecretStore::find)).contains(made.hex());
  }

  @Test
  void theOperatorsCountsAndIsKeptNowhere() {
    Settings settings = settings(Map.of("accepted.secret", SET));

    assertThat(OwnSecret.of(settings, database).hex()).isEqualTo(SET);
    assertThat(database.read(SecretStore::find)).isEmpty();
  }

  /** Each has looked in vain when the others write theirs. */
  @Test
  void thoseWhoMakeOneAtOnceAgreeOnIt() throws Exception {
    CyclicBarrier all = new CyclicBarrier(SERVERS);
    List<Future<String>> found = new ArrayList<>();
    for (int i = 0; i < SERVERS; i++) {
      found.add(
          threads.submit(
              () -> {
                assertThat(database.read(SecretStore::find)).isEmpty();
                all.await(20, TimeUnit.SECONDS);
                return OwnSecret.made(database);
              }));
    }

    List<String> secrets = new ArrayList<>();
    for (Future<String> one : found) {
      secrets.add(one.get(20, TimeUnit.SECONDS));
    }
    assertThat(Stream.of(found().hex())).containsAll(secrets);
    assertThat(secrets).hasSize(SERVERS);
  }

  /** Whoever has begun first is first; the other takes what that one has made. */
  @Test
  void whoComesSecondWaitsForTheFirstAndTakesItsSecret() throws Exception {
    String first = ServerSecret.random().hex();
    Future<String> second =
        database.transaction(
            session -> {
              SecretStore.keep(session, first);
              return threads.submit(() -> OwnSecret.made(database));
            });

    assertThat(second.get(20, TimeUnit.SECONDS)).isEqualTo(first);
  }

  @Test
  void withoutAStoreThereIsNone() {
    cut(database);

    assertThatThrownBy(this::found).isInstanceOf(DatabaseException.class);
  }
}
