package dev.accepted.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accepted.server.DeployedServer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a client gets that submits a job. */
class SubmissionIT extends DeployedServer {

  private static final String QUICK = "{\"duration\":\"PT0S\"}";
  private static final String SLOW = "{\"duration\":\"PT60S\"}";

  private final Api api = new Api();

  @Test
  void acceptedLeadsToTheMonitor() {
    Answer answer = api.postJson("/api/simulations", SLOW);
    String job = api.server() + "/api/jobs/" + answer.text("id");

    assertThat(answer.status()).isEqualTo(202);
    assertThat(answer.header("Location")).isEqualTo(job);
    assertThat(answer.header("Operation-Location")).isEqualTo(job + "/status");
    assertThat(Integer.parseInt(answer.header("Retry-After"))).isBetween(1, 60);
    assertThat(answer.header("Link"))
        .isEqualTo(
            "<%1$s>; rel=\"monitor\", <%1$s/cancel>; rel=\"cancel\", <%1$s/events>; rel=\"events\""
                .formatted(job));
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    assertThat(answer.header("Content-Type")).isEqualTo("application/json");
    assertThat(answer.header("Preference-Applied")).isEmpty();
    assertThat(api.get(job).status()).isEqualTo(200);
    api.post(job + "/cancel");
  }

  @Test
  void preferringAsyncIsSaidToBeApplied() {
    Answer answer = api.postJson("/api/simulations", QUICK, "Prefer", "respond-async, foo=bar");

    assertThat(answer.status()).isEqualTo(202);
    assertThat(answer.header("Preference-Applied")).isEqualTo("respond-async");
  }

  @Test
  void finishedWithinTheWaitLeadsToTheResult() {
    Answer answer = api.postJson("/api/simulations", QUICK, "Prefer", "wait=20");

    assertThat(answer.status()).isEqualTo(303);
    assertThat(answer.header("Location"))
        .isEqualTo(api.server() + "/api/jobs/" + answer.text("id") + "/result");
    assertThat(answer.header("Preference-Applied")).isEqualTo("wait=20");
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    assertThat(api.get(answer.header("Location")).status()).isEqualTo(200);
  }

  @Test
  void failedWithinTheWaitLeadsToTheMonitor() {
    Answer answer =
        api.postJson(
            "/api/simulations?maxAttempts=1",
            "{\"duration\":\"PT0S\",\"outcome\":\"failed\"}",
            "Prefer",
            "wait=20");

    assertThat(answer.status()).isEqualTo(303);
    assertThat(answer.header("Location"))
        .isEqualTo(api.server() + "/api/jobs/" + answer.text("id"));
    assertThat(answer.text("status")).isEqualTo("failed");
  }

  @Test
  void notFinishedWithinTheWaitIsAccepted() {
    Answer answer = api.postJson("/api/simulations", SLOW, "Prefer", "wait=1");

    assertThat(answer.status()).isEqualTo(202);
    assertThat(answer.header("Preference-Applied")).isEqualTo("wait=1");
    assertThat(answer.header("Location")).isNotEmpty();
    api.post(answer.header("Location") + "/cancel");
  }

  @Test
  void sameKeyAndSameRequestIsTheSameJob() {
    String key = '"' + UUID.randomUUID().toString() + '"';
    Answer first = api.postJson("/api/simulations", QUICK, "Idempotency-Key", key);
    Answer second = api.postJson("/api/simulations", QUICK, "Idempotency-Key", key);

    assertThat(second.status()).isEqualTo(202);
    assertThat(second.header("Location")).isEqualTo(first.header("Location"));
  }

  @Test
  void sameKeyAndOtherRequestIsRefused() {
    String key = UUID.randomUUID().toString();
    api.postJson("/api/simulations", QUICK, "Idempotency-Key", key);
    Answer second =
        api.postJson("/api/simulations", "{\"duration\":\"PT1S\"}", "Idempotency-Key", key);

    assertThat(second.status()).isEqualTo(422);
    assertThat(second.problem()).isEqualTo("key-reused");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"open", "\"\"", "two words"})
  void unusableKeysAreRefused(String key) {
    Answer answer = api.postJson("/api/simulations", QUICK, "Idempotency-Key", key);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.problem()).isEqualTo("invalid-header");
  }

  @Test
  void optionsOfTheQueryAreKept() {
    Answer answer =
        api.postJson(
            "/api/simulations?priority=9&maxAttempts=2&label=team:ops&label=run:a:b"
                + "&runAt=2026-01-01T00:00:00%2B02:00&retain=PT1H&timeout=PT1M",
            QUICK);

    assertThat(answer.status()).isEqualTo(202);
    assertThat(answer.json().getInt("priority")).isEqualTo(9);
    assertThat(answer.json().getInt("maxAttempts")).isEqualTo(2);
    assertThat(answer.json().getJsonObject("labels").toString())
        .isEqualTo("{\"run\":\"a:b\",\"team\":\"ops\"}");
  }

  /** What is answered at first is what is read ever after. */
  @ParameterizedTest
  @ValueSource(ints = {123_000_001, 123_400_000, 123_600_000, 123_999_999})
  void aJobDoesNotStartAFractionOfAMillisecondTooEarly(int nanos) {
    Instant asked =
        Instant.now().plusSeconds(3600).truncatedTo(ChronoUnit.SECONDS).plusNanos(nanos);

    Answer accepted = api.postJson("/api/simulations?runAt=" + asked, QUICK);

    String monitor = "/api/jobs/" + accepted.text("id");
    assertThat(accepted.text("runAt")).endsWith(".124Z");
    assertThat(api.get(monitor).text("runAt")).endsWith(".124Z");
    api.post(monitor + "/cancel");
  }

  @Test
  void anEnvelopeNamesItsType() {
    Answer answer =
        api.postJson(
            "/api/jobs",
            """
            {"type": "simulation", "input": {"duration": "PT0S"}, "priority": 0,
             "labels": {"team": "ops"}, "runAt": "2099-01-01T00:00:00Z"}
            """);

    assertThat(answer.status()).as("a year from now is too far").isEqualTo(400);
    assertThat(answer.text("parameter")).isEqualTo("runAt");
    Answer sooner =
        api.postJson(
            "/api/jobs",
            "{\"type\":\"simulation\",\"input\":{\"duration\":\"PT0S\"},\"labels\":{\"a\":\"b\"}}");
    assertThat(sooner.status()).isEqualTo(202);
    assertThat(sooner.text("type")).isEqualTo("simulation");
    assertThat(sooner.json().getJsonObject("labels").getString("a")).isEqualTo("b");
  }
}
