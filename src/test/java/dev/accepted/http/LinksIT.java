package dev.accepted.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accepted.http.stream.SseClient;
import dev.accepted.server.DeployedServer;
import jakarta.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Links to a job for somebody without an account, where nobody signs in. */
@Timeout(120)
@ExtendWith(Abuses.class)
class LinksIT extends DeployedServer {

  private static final String ZERO = "{\"duration\":\"PT0S\"}";
  private static final String MONITOR = "{\"to\":\"monitor\"}";
  private static final String NEVER = "/api/jobs/019aa83f-7c01-7d52-9f0a-6b1f3c0d2e4f";
  private static final String WRONG = "A".repeat(52);

  private final Api api = new Api();

  private Answer make(String job, String json) {
    Answer answer = api.postJson(job + "/links", json);
    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    return answer;
  }

  private String token(String job, String json) {
    return make(job, json).text("url").replaceAll(".*access=", "");
  }

  private void assertIs(Answer answer, int status, String problem) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(status);
    assertThat(answer.problem()).isEqualTo(problem);
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
  }

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
    String job = api.simulate("{\"duration\":\"PT2S\",\"steps\":4}", "");
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

  @Test
  void whatIsWrongIsAnsweredAlikeWhetherThereIsAJobOrNot() {
    String job = api.finished(ZERO, "");
    String other = api.finished(ZERO, "");
    String token = token(job, "{}");
    String changed =
        token.substring(0, 20) + (token.charAt(20) == 'x' ? 'y' : 'x') + token.substring(21);

    for (String sent :
        List.of(
            changed,
            WRONG,
            "",
            "x",
            token + "&access=" + token,
            token.toLowerCase(Locale.ROOT),
            token + "%20")) {
      Answer there = api.get(job + "/result?access=" + sent);
      Answer nowhere = api.get(NEVER + "/result?access=" + sent);
      assertIs(there, 401, "link-invalid");
      assertThat(there.header("WWW-Authenticate")).isEqualTo("Bearer");
      assertThat(there.header("Referrer-Policy")).isEqualTo("no-referrer");
      assertThat(there.text().replace(job, ""))
          .isEqualTo(nowhere.text().replace(NEVER, ""))
          .doesNotContain(token);
      assertThat(nowhere.status()).isEqualTo(401);
    }
    Abuses.note("links", "a token of which one letter was changed", "401 link-invalid");
    Abuses.note("links", "two tokens at once, a cut one, an empty one", "401 link-invalid");
    Answer anothers = api.get(other + "/result?access=" + token);
    assertIs(anothers, 401, "link-invalid");
    Abuses.note("links", "a token for another job", anothers);
    Answer never = api.get(NEVER + "/result?access=" + token);
    assertThat(never.text().replace(NEVER, "")).isEqualTo(anothers.text().replace(other, ""));
    Abuses.note("links", "a token for a job that never was", "the same, byte for byte");
  }

  @Test
  void anExpiredOneSaysSo() {
    String job = api.finished(ZERO, "");
    String url = make(job, "{\"lifetime\":\"PT1S\"}").text("url");
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    Answer answer = api.get(url);
    while (answer.status() != 401 && System.nanoTime() < end) {
      answer = api.get(url);
    }

    assertIs(answer, 401, "link-expired");
    assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
    Abuses.note("links", "a token whose time is over", answer);
  }

  @ParameterizedTest
  @CsvSource({
    "POST, /result",
    "PUT, /result",
    "DELETE, ''",
    "PATCH, ''",
    "OPTIONS, /result",
    "POST, /cancel",
    "POST, /retry",
    "POST, /links",
    "GET, /log",
    "GET, /deliveries",
    "GET, /input",
    "GET, /nonsense",
    "GET, /",
    "GET, /result/",
    "GET, //result",
    "GET, /Result",
    "GET, /result;x=1",
    "GET, /%72esult",
    "GET, /files/",
    "GET, /files/%2e%2e",
    "GET, /files/%2e%2e%2flog",
    "GET, /files/x/../../log",
    "GET, /files/..%5clog",
    "GET, /result%2f..%2flog",
    "GET, /result/../log",
    "GET, /./log",
    "GET, /files/rejected.csv%00"
  })
  void nothingElseIsOpened(String method, String rest) {
    String job = api.simulate("{\"duration\":\"PT5M\"}", "");
    String before = api.get(job + "/status").text("status");
    for (String json : List.of("{}", MONITOR)) {
      String path = job + rest + "?access=" + token(job, json);
      String head = method + ' ' + path + " HTTP/1.1";
      String host = "Host: " + api.server().replace("http://", "");
      String answer = RawHttp.answer(List.of(head, host, "Content-Length: 0"), "");
      int status = RawHttp.status(answer);
      assertThat(status).as(answer).isIn(400, 401, 403, 404);
      assertThat(answer).doesNotContain("\"status\":", "\"id\":");
      if (json.equals(MONITOR)) {
        Abuses.note("links", method + " /api/jobs/{id}" + rest + "?access=…", status);
      }
    }
    assertThat(api.get(job + "/status").text("status")).isIn(before, "running");
    api.post(job + "/cancel");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/status", "/events"})
  void aLinkToTheResultTellsNothingOfTheJob(String rest) {
    String job = api.finished(ZERO, "");
    Answer answer = api.get(job + rest + "?access=" + token(job, "{}"));

    assertIs(answer, 403, "link-too-narrow");
    assertThat(answer.text("opens")).isEqualTo("result");
    Abuses.note("links", "GET /api/jobs/{id}" + rest + " by a link to the result", answer);
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
