package dev.accepted.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accepted.server.DeployedServer;
import jakarta.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What the status monitor says in each state, and what may be done to a job. */
class MonitorIT extends DeployedServer {

  private static final String SLOW = "{\"duration\":\"PT60S\"}";
  private static final String FAILING = "{\"duration\":\"PT0S\",\"outcome\":\"failed\"}";

  private final Api api = new Api();

  @Test
  void anActiveJobIsReportedOn() {
    String job = api.simulate(SLOW, "");
    for (String path : new String[] {job, job + "/status"}) {
      Answer answer = api.get(path);

      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.header("ETag")).matches("\"[^\"]+\"");
      assertThat(answer.header("Cache-Control")).isEqualTo("private, no-cache");
      assertThat(Integer.parseInt(answer.header("Retry-After"))).isBetween(1, 60);
      assertThat(answer.text("status")).isIn("queued", "running");
      assertThat(answer.json().getJsonObject("links"))
          .containsOnlyKeys("self", "status", "cancel", "log", "events");
      assertThat(answer.json()).doesNotContainKeys("resourceLocation", "error", "finishedAt");
    }
    api.post(job + "/cancel");
  }

  @Test
  void aSucceededJobLeadsToItsResult() {
    String job = api.finished("{\"duration\":\"PT0S\"}", "");
    Answer monitor = api.get(job);

    assertThat(monitor.status()).isEqualTo(303);
    assertThat(monitor.header("Location")).isEqualTo(api.server() + job + "/result");
    assertThat(monitor.header("Cache-Control")).isEqualTo("no-store");
    assertThat(monitor.header("Retry-After")).isEmpty();
    assertThat(monitor.text("status")).isEqualTo("succeeded");
  }

  @Test
  void itsStatusNeverRedirects() {
    String job = api.finished("{\"duration\":\"PT0S\"}", "");
    Answer answer = api.get(job + "/status");
    JsonObject status = answer.json();

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Retry-After")).isEmpty();
    assertThat(status.getInt("percentComplete")).isEqualTo(100);
    assertThat(status.getString("resourceLocation")).isEqualTo(api.server() + job + "/result");
    assertThat(status.getString("finishedAt")).matches("\\d{4}-\\d\\d-\\d\\dT[0-9:]{8}\\.\\d{3}Z");
    assertThat(status.getJsonObject("result").getString("digest")).startsWith("sha-256=:");
    assertThat(status.getJsonObject("links"))
        .containsOnlyKeys("self", "status", "result", "log", "files");
  }

  @Test
  void aFailedJobTellsWhyAndCanBeRunAgain() {
    String job = api.finished(FAILING, "?maxAttempts=1");
    Answer answer = api.get(job);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text("status")).isEqualTo("failed");
    assertThat(answer.json().getJsonObject("error")).containsKeys("code", "message", "attempts");
    assertThat(answer.json().getJsonObject("links")).containsKey("retry");

    Answer retried = api.post(job + "/retry");
    assertThat(retried.status()).isEqualTo(202);
    assertThat(retried.header("Location")).isEqualTo(api.server() + job);
    Answer again = api.get(job + "/status", "Prefer", "wait=20");
    assertThat(again.json().getInt("attempt")).isEqualTo(2);
    assertThat(again.json().getJsonObject("error").getJsonArray("attempts")).hasSize(2);
  }

  @Test
  void onlyWhatHasFailedOrWasCanceledCanBeRunAgain() {
    String job = api.finished("{\"duration\":\"PT0S\"}", "");

    assertThat(api.post(job + "/retry").status()).isEqualTo(409);
    assertThat(api.post(job + "/retry").problem()).isEqualTo("not-retriable");
  }

  @Test
  void cancelingTwiceIsCancelingOnce() {
    String job = api.simulate(SLOW, "");

    assertThat(api.post(job + "/cancel").status()).isIn(200, 202);
    Answer finished = api.get(job, "Prefer", "wait=20");
    assertThat(finished.status()).isEqualTo(200);
    assertThat(finished.text("status")).isEqualTo("canceled");
    Answer again = api.post(job + "/cancel");
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.json()).isEqualTo(finished.json());
  }

  @Test
  void aRemovedJobIsUnknown() {
    String job = api.simulate(SLOW, "");

    assertThat(api.send("DELETE", job, BodyPublishers.noBody()).status()).isEqualTo(204);
    for (String path : new String[] {"", "/status", "/result", "/log", "/files"}) {
      assertThat(api.get(job + path).status()).isEqualTo(404);
      assertThat(api.get(job + path).problem()).isEqualTo("job-not-found");
    }
    assertThat(api.send("DELETE", job, BodyPublishers.noBody()).status()).isEqualTo(404);
  }

  @Test
  void whatNeverExistedIsUnknown() {
    for (String id : new String[] {UUID.randomUUID().toString(), "1", "%20", "a%00b"}) {
      Answer answer = api.get("/api/jobs/" + id);

      assertThat(answer.status()).isBetween(400, 404);
      assertThat(answer.text()).doesNotContain("Exception");
    }
    assertThat(api.get("/api/jobs/" + UUID.randomUUID()).header("Cache-Control"))
        .isEqualTo("no-store");
  }

  @Test
  void aScheduledJobTellsWhen() {
    String job = api.simulate("{\"duration\":\"PT0S\"}", "?runAt=" + Api.inAnHour());
    Answer answer = api.get(job);

    assertThat(answer.text("status")).isEqualTo("scheduled");
    assertThat(answer.json()).containsKey("runAt");
    assertThat(Integer.parseInt(answer.header("Retry-After"))).isBetween(61, 3600);
    assertThat(api.post(job + "/cancel").text("status")).isEqualTo("canceled");
  }

  @Test
  void headSaysWhatGetWould() {
    String job = api.finished("{\"duration\":\"PT0S\"}", "");
    for (String path : new String[] {job, job + "/status", job + "/result", job + "/log"}) {
      Answer get = api.get(path);
      Answer head = api.send("HEAD", path, BodyPublishers.noBody());

      assertThat(head.status()).isEqualTo(get.status());
      assertThat(head.header("Content-Length")).isEqualTo(Integer.toString(get.body().length));
      assertThat(head.header("ETag")).isEqualTo(get.header("ETag"));
      assertThat(head.header("Location")).isEqualTo(get.header("Location"));
      assertThat(head.body()).isEmpty();
    }
  }

  @Test
  void theLogComesInTwoForms() {
    String job = api.finished("{\"duration\":\"PT0S\",\"message\":\"all is well\"}", "");

    assertThat(api.get(job + "/log").header("Content-Type")).startsWith("text/plain");
    Answer lines = api.get(job + "/log", "Accept", "application/x-ndjson");
    assertThat(lines.header("Content-Type")).isEqualTo("application/x-ndjson");
    assertThat(lines.text().lines()).allMatch(line -> line.startsWith("{\"number\":"));
  }
}
