package dev.accepted.http.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accepted.http.Answer;
import dev.accepted.http.Api;
import dev.accepted.http.stream.SseClient.Received;
import dev.accepted.server.DeployedServer;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How the server stands, asked for and streamed. */
@Timeout(90)
class OverviewIT extends DeployedServer {

  private final Api api = new Api();

  @Test
  void theOverviewTellsOfJobsAndServer() {
    api.simulate("{\"duration\":\"PT0S\"}", "?runAt=" + Api.inAnHour());

    Answer answer = api.get("/api/overview");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Cache-Control")).isEqualTo("private, no-cache");
    JsonObject overview = answer.json();
    assertThat(overview).containsKeys("troubles", "jobs", "server");
    JsonObject server = overview.getJsonObject("server");
    assertThat(server.getJsonObject("slots").getInt("all")).isPositive();
    assertThat(server.getJsonArray("types"))
        .extracting(type -> type.asJsonObject().getString("type"))
        .contains("import", "report", "simulation");
    JsonObject node = server.getJsonArray("nodes").getJsonObject(0);
    assertThat(node.getBoolean("self")).isTrue();
    assertThat(node.getBoolean("silent")).isFalse();
    assertThat(api.get("/api/overview?x=1").problem()).isEqualTo("invalid-parameter");
  }

  @Test
  void whatWasDoneAddsUpInTheLastMinutes() throws Exception {
    String job = api.simulate("{\"duration\":\"PT0S\"}", "");
    api.get(job + "/status", "Prefer", "wait=20");
    JsonObject activity = api.get("/api/overview/activity").json();
    // It is stored every ten seconds, and looked up every five.
    for (int looks = 0; looks < 40 && submitted(activity) == 0; looks++) {
      api.get(api.simulate("{\"duration\":\"PT1S\"}", "") + "/status", "Prefer", "wait=20");
      activity = api.get("/api/overview/activity").json();
    }

    assertThat(submitted(activity)).isPositive();
    assertThat(activity.getString("step")).isEqualTo("PT1M");
    JsonObject all = activity.getJsonObject("all");
    assertThat(all.getJsonArray("succeeded")).hasSize(60);
    assertThat(all.getJsonObject("runTime").getJsonArray("p95")).hasSize(60);
    assertThat(all.getJsonObject("waitTime").getJsonArray("p50").get(0))
        .as("an hour ago there was no server")
        .isEqualTo(JsonValue.NULL);
    JsonObject day = api.get("/api/overview/activity?span=P1D").json();
    assertThat(day.getString("step")).isEqualTo("PT10M");
    assertThat(day.getJsonObject("all").getJsonArray("failed")).hasSize(144);
    assertThat(api.get("/api/overview/activity?span=P2D").problem()).isEqualTo("invalid-parameter");
  }

  private static long submitted(JsonObject activity) {
    return activity.getJsonObject("all").getJsonArray("submitted").stream()
        .mapToLong(value -> Long.parseLong(value.toString()))
        .sum();
  }

  @Test
  void theStreamTellsAtOnceAndWheneverSomethingHasChanged() throws Exception {
    try (SseClient events = SseClient.open("/api/overview/events")) {
      Received first = Objects.requireNonNull(events.next());
      assertThat(first.event()).isEqualTo("overview");
      assertThat(first.json()).containsKeys("troubles", "jobs", "server");
      api.simulate("{\"duration\":\"PT0S\"}", "?runAt=" + Api.inAnHour());

      // What others do meanwhile may be told before it is counted again.
      Received next = first;
      while (scheduled(next) <= scheduled(first)) {
        next = Objects.requireNonNull(events.next());
        assertThat(next.event()).isEqualTo("overview");
      }
    }
  }

  private static int scheduled(Received event) {
    return event.json().getJsonObject("jobs").getJsonObject("all").getInt("scheduled");
  }
}
