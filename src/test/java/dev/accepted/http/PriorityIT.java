package dev.accepted.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accepted.server.DeployedServer;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Another priority for a job: while it waits, and not after that. */
class PriorityIT extends DeployedServer {

  private static final String SHORT = "{\"duration\":\"PT0S\"}";

  private final Api api = new Api();

  private Answer put(String job, String body) {
    return api.send(
        "PUT",
        job + "/priority",
        BodyPublishers.ofString(body),
        "Content-Type",
        "application/json");
  }

  private String waiting() {
    return api.simulate(SHORT, "?runAt=" + Api.inAnHour());
  }

  @Test
  void aJobThatWaitsHasItAtOnceAndWhoeverWaitsForNewsIsTold() throws Exception {
    String job = waiting();
    Answer before = api.get(job);
    CompletableFuture<Answer> news =
        api.getLater(job, "If-None-Match", before.header("ETag"), "Prefer", "wait=20");

    Answer changed = put(job, "{\"priority\":7}");

    assertThat(changed.status()).as(changed.text()).isEqualTo(200);
    assertThat(changed.json().getInt("priority")).isEqualTo(7);
    assertThat(changed.header("Cache-Control")).isEqualTo("no-store");
    Answer told = news.get(30, TimeUnit.SECONDS);
    assertThat(told.status()).isEqualTo(200);
    assertThat(told.json()).isEqualTo(changed.json());
    assertThat(told.header("ETag")).isNotEqualTo(before.header("ETag"));
    assertThat(told.text("updatedAt")).isGreaterThanOrEqualTo(before.text("updatedAt"));
    Answer again = put(job, "{\"priority\":7}");
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.text("updatedAt")).isEqualTo(changed.text("updatedAt"));
    api.send("DELETE", job, BodyPublishers.noBody());
  }

  @Test
  void aJobThatRunsOrHasFinishedKeepsItsOwn() {
    String running = api.simulate("{\"duration\":\"PT60S\"}", "");
    String queued = "queued";
    while (queued.equals(api.get(running + "/status", "Prefer", "wait=1").text("status"))) {
      // it has its turn when a slot is free
    }
    for (String job : new String[] {running, api.finished(SHORT, "")}) {
      Answer refused = put(job, "{\"priority\":7}");
      assertThat(refused.status()).as(refused.text()).isEqualTo(409);
      assertThat(refused.problem()).isEqualTo("not-waiting");
      assertThat(api.get(job + "/status").json().getInt("priority")).isEqualTo(4);
    }
    api.post(running + "/cancel");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"priority\":10}            | 422",
        "{\"priority\":-1}            | 422",
        "{\"priority\":1.5}           | 422",
        "{\"priority\":\"7\"}         | 422",
        "{\"priority\":null}          | 422",
        "{}                           | 422",
        "[7]                          | 422",
        "{\"priority\":7,\"more\":1}  | 422",
        "{\"priority\":               | 400",
      })
  void anythingElseIsRefused(String body, int status) {
    String job = waiting();
    Answer before = api.get(job);

    assertThat(put(job, body).status()).isEqualTo(status);

    assertThat(api.get(job, "If-None-Match", before.header("ETag")).status()).isEqualTo(304);
    api.send("DELETE", job, BodyPublishers.noBody());
  }

  @Test
  void aJobThatIsNotThereHasNone() {
    String never = "/api/jobs/019aa83f-7c01-7d52-9f0a-6b1f3c0d2e4f";
    assertThat(put(never, "{\"priority\":7}").status()).isEqualTo(404);
    assertThat(put("/api/jobs/x", "{\"priority\":7}").status()).isEqualTo(404);
  }
}
