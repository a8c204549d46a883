package dev.accepted.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accepted.server.DeployedServer;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Requests that wait for news. */
class LongPollIT extends DeployedServer {

  private static final String SLOW = "{\"duration\":\"PT60S\"}";

  private final Api api = new Api();

  @Test
  void waitsUntilTheJobIsFinished() throws Exception {
    String job = api.simulate(SLOW, "");
    CompletableFuture<Answer> monitor = api.getLater(job, "Prefer", "wait=25");
    CompletableFuture<Answer> status = api.getLater(job + "/status", "Prefer", "wait=25");
    api.post(job + "/cancel");

    for (Answer answer : List.of(monitor.get(20, TimeUnit.SECONDS), status.get())) {
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.text("status")).isEqualTo("canceled");
      assertThat(answer.header("Preference-Applied")).isEqualTo("wait=25");
    }
  }

  @Test
  void aSucceededJobLeadsOn() {
    String job = api.simulate("{\"duration\":\"PT0S\"}", "");
    Answer answer = api.get(job, "Prefer", "wait=20");

    assertThat(answer.status()).isEqualTo(303);
    assertThat(answer.header("Preference-Applied")).isEqualTo("wait=20");
  }

  @Test
  void givesUpWhenTimeIsOver() {
    String job = api.simulate(SLOW, "");
    Answer answer = api.get(job, "Prefer", "wait=1");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Preference-Applied")).isEqualTo("wait=1");
    assertThat(answer.header("Retry-After")).isNotEmpty();
    api.post(job + "/cancel");
  }

  @Test
  void withATagItWaitsForTheNextChange() throws Exception {
    String job = api.simulate("{\"duration\":\"PT0S\"}", "?runAt=" + Api.inAnHour());
    String tag = api.get(job).header("ETag");

    Answer unchanged = api.get(job, "Prefer", "wait=1", "If-None-Match", tag);
    assertThat(unchanged.status()).isEqualTo(304);
    assertThat(unchanged.header("Preference-Applied")).isEqualTo("wait=1");

    Answer changed = api.get(job, "Prefer", "wait=20", "If-None-Match", "\"older\"");
    assertThat(changed.status()).isEqualTo(200);

    CompletableFuture<Answer> next = api.getLater(job, "Prefer", "wait=25", "If-None-Match", tag);
    api.post(job + "/cancel");
    assertThat(next.get(20, TimeUnit.SECONDS).text("status")).isEqualTo("canceled");
  }

  @Test
  void removalEndsTheWait() throws Exception {
    String job = api.simulate(SLOW, "");
    CompletableFuture<Answer> waiting = api.getLater(job, "Prefer", "wait=25");
    api.send("DELETE", job, BodyPublishers.noBody());

    assertThat(waiting.get(20, TimeUnit.SECONDS).status()).isEqualTo(404);
  }

  @Test
  void aHundredWaitersAreAllTold() throws Exception {
    String job = api.simulate("{\"duration\":\"PT2S\"}", "");
    List<CompletableFuture<Answer>> waiting = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      waiting.add(api.getLater(job + "/status", "Prefer", "wait=25"));
    }
    for (CompletableFuture<Answer> one : waiting) {
      assertThat(one.get(25, TimeUnit.SECONDS).text("status")).isEqualTo("succeeded");
    }
  }

  /** Larger than what a connection buffers, and therefore not sent in one go. */
  @Test
  void aLargeAnswerArrivesWhole() throws Exception {
    String labels =
        IntStream.range(0, 20)
            .mapToObj(i -> "\"label-%d\":\"%s\"".formatted(i, "\u20ac".repeat(200)))
            .collect(Collectors.joining(","));
    String envelope =
        "{\"type\":\"simulation\",\"input\":{\"duration\":\"PT60S\"},\"labels\":{%s}}";
    Answer accepted = api.postJson("/api/jobs", envelope.formatted(labels), "Prefer", "wait=1");
    assertThat(accepted.status()).isEqualTo(202);
    assertThat(accepted.json().getJsonObject("labels")).hasSize(20);

    String job = accepted.header("Location");
    CompletableFuture<Answer> waiting = api.getLater(job, "Prefer", "wait=25");
    api.post(job + "/cancel");

    Answer canceled = waiting.get(20, TimeUnit.SECONDS);
    assertThat(canceled.body().length).isGreaterThan(12_000);
    assertThat(canceled.body()).isEqualTo(api.get(job).body());
  }
}
