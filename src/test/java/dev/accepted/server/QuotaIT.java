package dev.accepted.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accepted.http.Answer;
import dev.accepted.http.Api;
import jakarta.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * A server that gives its callers little. Everybody is one caller, so one test goes on where
 * another has stopped: the last one uses up the minute.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Tag("any-server")
class QuotaIT {

  private static final int ACTIVE = 3;
  private static final int BYTES = 50_000;
  private static final int SUBMISSIONS = 40;
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String LONG = "{\"duration\":\"PT20M\"}";

  @RegisterExtension
  static final OwnServer SERVER =
      new OwnServer(
          Map.of(
              "accepted.quota.active",
              Integer.toString(ACTIVE),
              "accepted.quota.bytes",
              Integer.toString(BYTES),
              "accepted.quota.submissions",
              Integer.toString(SUBMISSIONS)));

  private final Api api = SERVER.api();

  @Test
  @Order(1)
  void activeJobsAreCountedThroughAKillAndTheNextIsRefused() throws Exception {
    List<String> jobs = new ArrayList<>();
    jobs.add(submit(LONG, "Idempotency-Key", "\"first\"").text("id"));
    jobs.add(submit(LONG).text("id"));
    jobs.add(submit(LONG).text("id"));
    assertTooManyActive(submit(LONG));

    SERVER.process().kill();
    SERVER.start();

    assertTooManyActive(submit(LONG, "Idempotency-Key", "\"other\""));
    Answer replayed = submit(LONG, "Idempotency-Key", "\"first\"");
    assertThat(replayed.status()).isEqualTo(202);
    assertThat(replayed.text("id")).isEqualTo(jobs.get(0));
    assertThat(quota("activeJobs").getInt("limit")).isEqualTo(ACTIVE);
    assertThat(api.get("/metrics").text())
        .containsPattern("outcome=\"too-many-active-jobs\",type=\"simulation\"} 1");
    for (String job : jobs) {
      assertThat(api.post("/api/jobs/" + job + "/cancel").status()).isLessThan(300);
    }
    awaitNoneActive();
    Answer afterwards = submit(LONG, "Idempotency-Key", "\"other\"");
    assertThat(afterwards.status()).isEqualTo(202);
    api.send("DELETE", "/api/jobs/" + afterwards.text("id"), BodyPublishers.noBody());
    awaitNoneActive();
  }

  private static void assertTooManyActive(Answer refused) {
    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.problem()).isEqualTo("too-many-active-jobs");
    assertThat(refused.json().getInt("limit")).isEqualTo(ACTIVE);
    assertThat(refused.json().getInt("used")).isEqualTo(ACTIVE);
    assertThat(Integer.parseInt(refused.header("Retry-After"))).isPositive();
  }

  @Test
  @Order(2)
  void bytesAreKeptUntilTheirJobIsRemoved() {
    Answer kept = rows();
    assertThat(kept.status()).isEqualTo(202);
    assertThat(quota("storedBytes").getInt("used")).isBetween(30_000, BYTES);

    Answer refused = rows();

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.problem()).isEqualTo("too-many-stored-bytes");
    assertThat(refused.json().getInt("limit")).isEqualTo(BYTES);
    assertThat(refused.json().getInt("used")).isBetween(30_000, BYTES);
    api.send("DELETE", "/api/jobs/" + kept.text("id"), BodyPublishers.noBody());
    Answer again = rows();
    assertThat(again.status()).isEqualTo(202);
    api.send("DELETE", "/api/jobs/" + again.text("id"), BodyPublishers.noBody());
  }

  /** A CSV file of 30,000 bytes. */
  private Answer rows() {
    String csv = "n\n" + "12345\n".repeat(4_999) + "123\n";
    return api.send(
        "POST",
        "/api/imports?dataset=rows",
        BodyPublishers.ofString(csv),
        "Content-Type",
        "text/csv");
  }

  @Test
  @Order(3)
  void submissionsAMinuteAreRefusedWithAllThatAClientNeeds() {
    Answer refused = submit("{\"duration\":\"PT0S\"}");
    for (int i = 0; i < 10 * SUBMISSIONS && !isTooMuch(refused); i++) {
      refused = submit("{\"duration\":\"PT0S\"}");
    }

    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.problem()).isEqualTo("too-many-submissions");
    assertThat(refused.json().getInt("limit")).isEqualTo(SUBMISSIONS);
    assertThat(refused.json().getInt("used")).isEqualTo(SUBMISSIONS);
    int seconds = Integer.parseInt(refused.header("Retry-After"));
    assertThat(seconds).isBetween(1, 2);
    assertThat(refused.header("RateLimit")).isEqualTo("\"submissions\";r=0;t=" + seconds);
    assertThat(refused.header("RateLimit-Policy"))
        .isEqualTo("\"submissions\";q=" + SUBMISSIONS + ";w=60");
    assertThat(refused.header("Cache-Control")).isEqualTo("no-store");
    assertThat(quota("submissions").getString("window")).isEqualTo("PT1M");
  }

  private static boolean isTooMuch(Answer answer) {
    return answer.status() == 429 && answer.problem().equals("too-many-submissions");
  }

  private Answer submit(String simulation, String... headers) {
    return api.postJson("/api/simulations", simulation, headers);
  }

  private JsonObject quota(String name) {
    return api.get("/api/quota").json().getJsonObject(name);
  }

  private void awaitNoneActive() {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (quota("activeJobs").getInt("used") > 0) {
      assertThat(System.nanoTime()).isLessThan(end);
    }
  }
}
