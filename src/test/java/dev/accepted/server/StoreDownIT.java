package dev.accepted.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accepted.http.Answer;
import dev.accepted.http.Api;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A server whose database is down: what it still knows is answered, and no act goes untold. */
@Timeout(240)
class StoreDownIT {

  private static final long PATIENCE_NANOS = Duration.ofSeconds(30).toNanos();

  @TempDir static Path folder;
  private static Postgres database;
  private static ServerSetup setup;
  private static ServerProcess server;

  private final Api api = new Api(setup.url());

  @BeforeAll
  static void start() throws Exception {
    database = Postgres.in(folder.resolve("database"));
    setup =
        ServerSetup.in(folder.resolve("server"))
            .with("accepted.store.url", Postgres.url(database.port()))
            .with("accepted.store.user", Postgres.USER)
            .with("accepted.store.password", Postgres.USER);
    server = ServerProcess.start(setup);
  }

  @AfterAll
  static void stop() throws Exception {
    if (server != null) {
      server.close();
    }
    database.close();
  }

  @Test
  void thereIsNoLinkThatTheAuditLogDoesNotTellOf() throws Exception {
    String job = api.finished("{\"duration\":\"PT0S\"}", "");

    database.stop();
    try {
      assertThat(api.get(job).status()).as("the job is known").isEqualTo(303);
      Answer refused = api.post(job + "/links");
      assertThat(refused.status()).as(refused.text()).isEqualTo(503);
      assertThat(refused.problem()).isEqualTo("store-unavailable");
      assertThat(Integer.parseInt(refused.header("Retry-After"))).isPositive();
      assertThat(refused.text()).doesNotContain("access=");
      assertThat(refused.header("Location")).isEmpty();
    } finally {
      database.start();
    }

    assertThat(linkWhenItIsBack(job).status()).isEqualTo(201);
    assertThat(api.get("/api/admin/audit?act=link.created").json().getJsonArray("entries"))
        .hasSize(1);
  }

  private Answer linkWhenItIsBack(String job) {
    long end = System.nanoTime() + PATIENCE_NANOS;
    Answer answer = api.post(job + "/links");
    while (answer.status() == 503 && System.nanoTime() < end) {
      answer = api.post(job + "/links");
    }
    return answer;
  }
}
