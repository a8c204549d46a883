package dev.accepted.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accepted.http.header.HttpDate;
import dev.accepted.server.DeployedServer;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each answer says when it was made, once: whoever makes it, on either server. */
class DateIT extends DeployedServer {

  private final Api api = new Api();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/jobs",
        "/css/main.css",
        "/api/jobs",
        "/api/jobs?limit=none",
        "/api/jobs/00000000-0000-7000-8000-000000000000/status",
        "/api/status/204",
        "/metrics",
        "/nowhere",
      })
  void isOnEachAnswer(String path) {
    Instant before = Instant.now().minusSeconds(1);

    Answer answer = api.get(path);

    assertThat(answer.headers().allValues("Date")).as(answer.headers().toString()).hasSize(1);
    assertThat(HttpDate.parse(answer.header("Date")).orElseThrow())
        .isBetween(before, before.plus(Duration.ofMinutes(1)));
  }

  /** What was waited for was made when the wait was over. */
  @Test
  void isThatOfTheAnswer() {
    String job = api.simulate("{\"duration\":\"PT60S\",\"steps\":1}", "");
    String monitor = job + "/status";
    // It shows where it is once, when it has begun, and then no more for a minute.
    Answer seen = api.get(monitor);
    while (!seen.json().containsKey("progress")) {
      Answer next = api.get(monitor, "If-None-Match", seen.header("ETag"), "Prefer", "wait=5");
      seen = next.status() == 200 ? next : seen;
    }
    Instant before = Instant.now();
    Answer waited = api.get(monitor, "If-None-Match", seen.header("ETag"), "Prefer", "wait=5");

    Instant after = Instant.now().minusSeconds(2);

    assertThat(after).as("it was waited").isAfter(before.plusSeconds(1));
    assertThat(waited.headers().allValues("Date")).hasSize(1);
    assertThat(HttpDate.parse(waited.header("Date")).orElseThrow())
        .isAfterOrEqualTo(after.truncatedTo(ChronoUnit.SECONDS));
    api.post(job + "/cancel");
  }
}
