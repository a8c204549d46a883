package dev.accepted.http.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accepted.http.Answer;
import dev.accepted.http.Api;
import dev.accepted.server.OwnServer;
import jakarta.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What was said between a job's clients and the server, as the server tells it. */
class ExchangeIT {

  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(20);
  private static final String AGENT = "User-Agent";

  @RegisterExtension
  static final OwnServer SERVER =
      new OwnServer(Map.of("accepted.node", "node-one", "accepted.throttle.polls", "2"));

  private final Api api = SERVER.api();

  /** Its monitor says to come back in an hour. */
  private Answer submitScheduled(String... headers) {
    return api.postJson(
        "/api/simulations?label=note:secret-label&runAt=" + Api.inAnHour(),
        "{\"duration\":\"PT0S\"}",
        headers);
  }

  private static String monitor(Answer accepted) {
    return "/api/jobs/" + accepted.text("id");
  }

  private JsonObject exchange(String job) {
    Answer answer = api.get(job + "/exchange");
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer.json();
  }

  private JsonObject polls(String job) {
    return exchange(job).getJsonObject("polls");
  }

  /** What waited is taken down once it has been sent. */
  private JsonObject polls(String job, int total) {
    long end = System.nanoTime() + PATIENCE_NANOS;
    JsonObject polls = polls(job);
    while (polls.getInt("total") < total && System.nanoTime() < end) {
      polls = polls(job);
    }
    assertThat(polls.getInt("total")).as(polls.toString()).isEqualTo(total);
    return polls;
  }

  private static List<JsonObject> recent(JsonObject polls) {
    return polls.getJsonArray("recent").getValuesAs(JsonObject.class);
  }

  @Test
  void theSubmissionIsAnsweredAsItSays() {
    Instant before = Instant.now().minusMillis(1);
    Answer accepted =
        submitScheduled("Prefer", "respond-async", AGENT, "curl/8.5.0", "X-API-Key", "s3cret");
    JsonObject exchange = exchange(monitor(accepted));

    assertThat(exchange.getString("node")).isEqualTo("node-one");
    assertThat(Instant.parse(exchange.getString("since"))).isBefore(before);
    JsonObject submission = exchange.getJsonObject("submission");
    assertThat(submission.getBoolean("observed")).isTrue();
    assertThat(submission.getInt("status")).isEqualTo(accepted.status()).isEqualTo(202);
    assertThat(submission.getString("method")).isEqualTo("POST");
    assertThat(submission.getString("path")).isEqualTo("/api/simulations");
    assertThat(submission.getString("style")).isEqualTo("curl");
    assertThat(Instant.parse(submission.getString("at"))).isBetween(before, Instant.now());
    assertThat(Duration.parse(submission.getString("duration")))
        .isBetween(Duration.ZERO, Duration.ofSeconds(20));
    assertThat(submission.getInt("repeated")).isZero();
    JsonObject headers = submission.getJsonObject("headers");
    assertThat(headers.keySet())
        .containsExactly(
            "Location",
            "Operation-Location",
            "Retry-After",
            "Link",
            "Preference-Applied",
            "Cache-Control",
            "Content-Type");
    for (String name : headers.keySet()) {
      assertThat(headers.getString(name)).as(name).isEqualTo(accepted.header(name));
    }
    assertThat(exchange.toString())
        .doesNotContain("secret-label")
        .doesNotContain("s3cret")
        .doesNotContain("127.0.0.1\"")
        .doesNotContain("8.5.0");
  }

  @Test
  void theSameKeyGetsTheSameAnswerAndCounts() {
    String[] key = {"Idempotency-Key", "\"exchange-1\""};
    String json = "{\"duration\":\"PT0S\"}";
    Answer first = api.postJson("/api/simulations", json, key);
    Answer second = api.postJson("/api/simulations", json, key);
    assertThat(second.text("id")).isEqualTo(first.text("id"));

    JsonObject submission = exchange(monitor(first)).getJsonObject("submission");

    assertThat(submission.getBoolean("observed")).isTrue();
    assertThat(submission.getInt("repeated")).isEqualTo(1);
    assertThat(submission.getJsonObject("headers").getString("Retry-After"))
        .isEqualTo(first.header("Retry-After"));
  }

  @Test
  void whoPreferredToWaitWasLedOn() {
    Answer led = api.postJson("/api/simulations", "{\"duration\":\"PT0S\"}", "Prefer", "wait=20");
    assertThat(led.status()).isEqualTo(303);
    String job = led.header("Location").replaceAll(".*(/api/jobs/[^/]+)/result", "$1");

    long end = System.nanoTime() + PATIENCE_NANOS;
    JsonObject submission = exchange(job).getJsonObject("submission");
    while (!submission.getBoolean("observed") && System.nanoTime() < end) {
      submission = exchange(job).getJsonObject("submission");
    }
    assertThat(submission.getInt("status")).isEqualTo(303);
    JsonObject headers = submission.getJsonObject("headers");
    assertThat(headers.getString("Location")).isEqualTo(led.header("Location"));
    assertThat(headers.getString("Preference-Applied")).isEqualTo("wait=20");
    assertThat(headers.keySet()).doesNotContain("Retry-After");
  }

  @Test
  void everyPollIsToldWithWhatItWasGranted() {
    String job = monitor(submitScheduled(AGENT, "curl/8"));
    Answer first = api.get(job, AGENT, "curl/8");
    String tag = first.header("ETag");
    assertThat(api.get(job, AGENT, "curl/8", "If-None-Match", tag).status()).isEqualTo(304);
    assertThat(api.get(job + "/result", AGENT, "curl/8").status()).isEqualTo(409);
    api.send("HEAD", job + "/status", BodyPublishers.noBody(), AGENT, "curl/8");
    Answer refused = api.get(job, AGENT, "curl/8");
    assertThat(refused.status()).isEqualTo(429);
    assertThat(api.get(job + "/status", "Prefer", "wait=1").status()).isEqualTo(200);

    JsonObject polls = polls(job, 6);
    List<JsonObject> recent = recent(polls);
    assertThat(recent.stream().map(poll -> poll.getInt("status")))
        .containsExactly(200, 429, 200, 409, 304, 200);
    assertThat(recent.stream().map(poll -> poll.getString("resource")))
        .containsExactly("status", "monitor", "status", "result", "monitor", "monitor");
    assertThat(recent.stream().map(poll -> poll.getString("kind")))
        .containsExactly("long-poll", "poll", "poll", "poll", "conditional", "poll");
    assertThat(recent.stream().map(poll -> poll.getString("method")))
        .containsExactly("GET", "GET", "HEAD", "GET", "GET", "GET");
    assertThat(recent.stream().map(poll -> poll.getBoolean("early")))
        .containsExactly(false, true, true, true, true, false);
    assertThat(recent.stream().map(poll -> poll.getInt("client")))
        .containsExactly(2, 1, 1, 1, 1, 1);
    assertThat(recent.get(5).getInt("retryAfter"))
        .isEqualTo(Integer.parseInt(first.header("Retry-After")));
    assertThat(recent.get(1).getInt("retryAfter"))
        .isEqualTo(Integer.parseInt(refused.header("Retry-After")));
    assertThat(recent.get(4).getInt("granted")).isEqualTo(recent.get(5).getInt("retryAfter"));
    assertThat(Duration.parse(recent.get(4).getString("gap"))).isLessThan(Duration.ofMinutes(1));
    assertThat(Duration.parse(recent.get(0).getString("duration")))
        .isBetween(Duration.ofMillis(900), Duration.ofSeconds(15));
    assertThat(polls.getInt("early")).isEqualTo(4);
    assertThat(polls.getInt("clients")).isEqualTo(2);
    assertThat(polls.getJsonObject("byStatus"))
        .hasToString("{\"200\":3,\"304\":1,\"409\":1,\"429\":1}");
    assertThat(polls.getJsonObject("byStyle")).hasToString("{\"curl\":5,\"java\":1}");
    assertThat(polls.getJsonObject("byKind").keySet())
        .isEqualTo(Set.of("poll", "conditional", "long-poll"));
  }

  @Test
  void theEndIsToldToo() {
    String job = api.finished("{\"duration\":\"PT0S\"}", "");
    assertThat(api.get(job).status()).isEqualTo(303);
    assertThat(api.get(job + "/result").status()).isEqualTo(200);

    List<JsonObject> recent = recent(polls(job, 3));

    assertThat(recent.stream().map(poll -> poll.getInt("status"))).contains(200, 303);
    assertThat(recent.stream().filter(poll -> poll.getInt("status") == 303))
        .singleElement()
        .satisfies(poll -> assertThat(poll.containsKey("retryAfter")).isFalse());
    assertThat(recent).noneMatch(poll -> poll.getBoolean("early"));
  }

  @Test
  void fiftyAreKeptAndAllAreCounted() {
    String job = api.finished("{\"duration\":\"PT0S\"}", "");
    polls(job, 1);
    for (int poll = 0; poll < 60; poll++) {
      api.get(job + "/status");
    }

    JsonObject polls = polls(job, 61);
    assertThat(recent(polls)).hasSize(50);
  }

  @Test
  void isReadLikeItsNeighbours() {
    String path = monitor(submitScheduled()) + "/exchange";
    Answer first = api.get(path);

    assertThat(first.header("Cache-Control")).isEqualTo("private, no-cache");
    Answer same = api.get(path, "If-None-Match", first.header("ETag"));
    assertThat(same.status()).isEqualTo(304);
    assertThat(same.body()).isEmpty();
    Answer head = api.send("HEAD", path, BodyPublishers.noBody());
    assertThat(head.header("ETag")).isEqualTo(first.header("ETag"));
    api.get(path.replace("/exchange", ""));
    assertThat(api.get(path, "If-None-Match", first.header("ETag")).status()).isEqualTo(200);
    assertThat(api.get(path + "?x=1").status()).isEqualTo(400);
    assertThat(api.get(path, "Accept", "text/csv").status()).isEqualTo(406);
  }

  @Test
  void whatHasGoneHasNone() {
    String job = monitor(submitScheduled());
    api.send("DELETE", job, BodyPublishers.noBody());

    assertThat(api.get(job + "/exchange").problem()).isEqualTo("job-not-found");
    assertThat(api.get("/api/jobs/1/exchange").problem()).isEqualTo("job-not-found");
  }
}
