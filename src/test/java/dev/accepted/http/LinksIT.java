package dev.accepted.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accepted.http.stream.SseClient;
import jakarta.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Links to a job for somebody without an account, where nobody signs in. */
@Timeout(120)
class LinksIT extends LinksFixture {

  @Test
  void aLinkToTheResultIsMadeForADay() {
    String job = api.finished(ZERO, "");
    Instant before = Instant.now();
    Answer made = api.post(job + "/links");

    assertThat(made.status()).as(made.text()).isEqualTo(201);
    assertThat(made.header("Cache-Control")).isEqualTo("no-store");
    assertThat(made.header("Location")).isEqualTo(made.text("url"));
    assertThat(made.text("to")).isEqualTo("result");
    assertThat(made.text("url")).matches(api.server() + job + "/result\\?access=[A-Za-z0-9_-]{52}");
    String token = made.text("url").replaceAll(".*access=", "");
    assertThat(made.text("page"))
        .isEqualTo(api.server() + job.replace("/api/jobs/", "/results/") + "?access=" + token);
    assertThat(Duration.between(before, Instant.parse(made.text("expires"))))
        .isBetween(Duration.ofHours(23), Duration.ofHours(25));
  }

  @Test
  void theResultIsReadByIt() {
    String job = api.finished(ZERO, "");
    String url = make(job, "{}").text("url");
    Answer result = api.get(url);
    Answer part = api.get(url, "Range", "bytes=0-3");
    Answer head = api.send("HEAD", url, BodyPublishers.noBody());

    assertThat(result.status()).isEqualTo(200);
    assertThat(result.text()).isEqualTo(api.get(job + "/result").text());
    assertThat(result.header("Referrer-Policy")).isEqualTo("no-referrer");
    assertThat(result.header("Cache-Control")).isEqualTo("private, no-cache");
    assertThat(part.status()).isEqualTo(206);
    assertThat(head.status()).isEqualTo(200);
    assertThat(api.get(url, "If-None-Match", result.header("ETag")).status()).isEqualTo(304);
  }

  @Test
  void theFilesBesideItAre() {
    Answer submitted =
        api.send(
            "POST",
            "/api/imports?dataset=linked&maxRejected=5",
            BodyPublishers.ofString("n,bird\n1,wren\n2\n"),
            "Content-Type",
            "text/csv");
    String job = "/api/jobs/" + submitted.text("id");
    api.get(job + "/status", "Prefer", "wait=30");
    String query = "?access=" + token(job, "{}");
    JsonObject file = api.get(job + "/files" + query).json().getJsonArray("files").getJsonObject(0);

    assertThat(file.getString("url")).endsWith("/files/rejected.csv" + query);
    Answer rejected = api.get(file.getString("url"));
    assertThat(rejected.status()).isEqualTo(200);
    assertThat(rejected.header("Referrer-Policy")).isEqualTo("no-referrer");
    assertThat(api.get(job + "/files/none.txt" + query).status()).isEqualTo(404);
    assertThat(api.get(job + "/files").text()).doesNotContain("access");
  }

  @Test
  void oneToTheMonitorFollowsTheJobToItsResult() throws Exception {
    String job = api.simulate("{\"duration\":\"PT6S\",\"steps\":4}", "");
    String url = make(job, MONITOR).text("url");
    String query = url.replaceAll(".*\\?", "?");
    assertThat(url).isEqualTo(api.server() + job + query);

    Answer running = api.get(url, "Prefer", "wait=0");
    assertThat(running.status()).isEqualTo(200);
    assertThat(running.header("Referrer-Policy")).isEqualTo("no-referrer");
    JsonObject links = running.json().getJsonObject("links");
    assertThat(links.keySet()).containsExactlyInAnyOrder("self", "status", "events");
    links.keySet().forEach(name -> assertThat(links.getString(name)).endsWith(query));
    assertThat(api.get(job + "/status").json().getJsonObject("links"))
        .containsKeys("cancel", "log");
    try (SseClient events = SseClient.open(links.getString("events"))) {
      List<SseClient.Received> told = events.rest();
      JsonObject last = told.get(told.size() - 1).json();
      assertThat(last.getString("status")).isEqualTo("succeeded");
      assertThat(last.getString("resourceLocation")).endsWith("/result" + query);
    }

    Answer done = api.get(url, "Prefer", "wait=30");
    assertThat(done.status()).isEqualTo(303);
    assertThat(done.header("Location")).isEqualTo(api.server() + job + "/result" + query);
    assertThat(done.header("Operation-Location")).endsWith("/status" + query);
    assertThat(done.header("Link")).contains(query).doesNotContain("cancel");
    assertThat(done.header("Cache-Control")).isEqualTo("no-store");
    assertThat(done.json().getJsonObject("links").keySet())
        .containsExactlyInAnyOrder("self", "status", "result", "files");
    assertThat(api.get(done.header("Location")).status()).isEqualTo(200);
    assertThat(api.get(job + "/status").text()).doesNotContain("access");
  }

  @Test
  void aLinkOutlivesNoJob() {
    String removed = api.finished(ZERO, "");
    String gone = make(removed, "{}").text("url");
    api.send("DELETE", removed, BodyPublishers.noBody());
    assertIs(api.get(gone), 404, "job-not-found");

    String running = api.simulate("{\"duration\":\"PT5M\"}", "");
    assertIs(api.get(make(running, "{}").text("url")), 409, "result-not-ready");
    api.post(running + "/cancel");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/jobs", "/api/events", "/api/types", "/api", "/api/datasets"})
  void whereThereIsNoJobTheParameterIsUnknown(String path) {
    String job = api.finished(ZERO, "");
    Answer answer = api.get(path + "?access=" + token(job, MONITOR));

    assertThat(answer.status()).as(answer.text()).isIn(200, 400);
    if (answer.status() == 400) {
      assertThat(answer.problem()).isEqualTo("invalid-parameter");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/to       | {'to':'log'}",
        "/to       | {'to':1}",
        "/lifetime | {'lifetime':'P31D'}",
        "/lifetime | {'lifetime':'PT0S'}",
        "/lifetime | {'lifetime':'-PT5M'}",
        "/lifetime | {'lifetime':'a day'}",
        "/lifetime | {'lifetime':86400}",
        "/job      | {'job':'other'}"
      })
  void whatALinkMayNotBeIsNamed(String pointer, String json) {
    Answer answer = api.postJson(api.finished(ZERO, "") + "/links", json.replace('\'', '"'));

    assertThat(answer.status()).as(answer.text()).isEqualTo(422);
    assertThat(answer.json().getJsonArray("errors").getJsonObject(0).getString("pointer"))
        .isEqualTo(pointer);
  }

  @Test
  void aBodyThatCanNotBeReadIsRefused() {
    String links = api.finished(ZERO, "") + "/links";

    assertThat(api.postJson(links, "{").problem()).isEqualTo("malformed-json");
    assertThat(api.postJson(links, "[]").problem()).isEqualTo("invalid-input");
    assertThat(
            api.send("POST", links, BodyPublishers.ofString("x"), "Content-Type", "text/plain")
                .problem())
        .isEqualTo("unsupported-media-type");
    assertThat(api.postJson(links, "{\"to\":null,\"lifetime\":null}").status()).isEqualTo(201);
    assertThat(api.postJson(links + "?to=result", "{}").problem()).isEqualTo("invalid-parameter");
    assertThat(api.postJson(NEVER + "/links", "{}").problem()).isEqualTo("job-not-found");
  }

  @Test
  void pollsByALinkAreThrottledAsOthersAre() {
    String job = api.simulate("{\"duration\":\"PT5M\"}", "?runAt=" + Api.inAnHour());
    String url = make(job, MONITOR).text("url");
    Answer answer = api.get(url);
    for (int polls = 0; polls < 30 && answer.status() == 200; polls++) {
      answer = api.get(url);
    }

    assertIs(answer, 429, "polled-too-soon");
    assertThat(answer.header("Retry-After")).isNotEmpty();
    api.post(job + "/cancel");
  }

  @Test
  void thePageKeepsItsAddressToItself() {
    String job = api.finished(ZERO, "");
    Answer page = api.get(make(job, "{}").text("page"));

    assertThat(page.status()).isEqualTo(200);
    assertThat(page.header("Referrer-Policy")).isEqualTo("no-referrer");
    assertThat(api.get(job.replace("/api/jobs/", "/results/")).header("Referrer-Policy"))
        .isEqualTo("same-origin");
  }
}
