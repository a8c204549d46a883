package dev.accepted.http.faulty;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accepted.http.Answer;
import dev.accepted.http.Api;
import dev.accepted.server.OwnServer;
import dev.accepted.server.ServerProcess;
import dev.accepted.server.ServerSetup;
import jakarta.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The API below faults: what there is, where its links lead, and what stays as it is. */
class FaultyIT {

  private static final String LONG = "{\"duration\":\"PT1H\"}";
  private static final String SHORT = "{\"duration\":\"PT0S\"}";

  @RegisterExtension
  static final OwnServer SERVER =
      new OwnServer(Map.of("accepted.throttle.polls", "3", "accepted.throttle.offences", "1000"));

  private final Api api = SERVER.api();

  private Answer submit(String faults, String script) {
    Answer answer = api.postJson("/api/faulty/" + faults + "/simulations", script);
    assertThat(answer.status()).as(answer.text()).isEqualTo(202);
    return answer;
  }

  private String below(String faults) {
    return SERVER.url() + "/api/faulty/" + faults + "/jobs/";
  }

  @Test
  void allLinksLeadBelowTheFaultsAndWork() {
    Answer accepted = submit("retry-after-missing,cookie-on-poll", LONG);

    String base = below("retry-after-missing+cookie-on-poll");
    String monitor = base + accepted.text("id");
    assertThat(accepted.header("Location")).isEqualTo(monitor);
    assertThat(accepted.header("Operation-Location")).isEqualTo(monitor + "/status");
    assertThat(accepted.header("Link")).contains('<' + monitor + "/cancel>");
    Answer running = api.get(monitor);
    assertThat(running.headers().firstValue("Retry-After")).isEmpty();
    assertThat(running.header("Set-Cookie")).startsWith("poll=1");
    assertThat(api.post(monitor + "/cancel").status()).isBetween(200, 202);
    JsonObject links =
        api.get(monitor + "/status", "Prefer", "wait=20").json().getJsonObject("links");
    for (String link : links.keySet()) {
      assertThat(links.getString(link)).startsWith(monitor);
      if (!link.equals("retry")) {
        assertThat(api.get(links.getString(link)).status()).as(link).isEqualTo(200);
      }
    }
  }

  @Test
  void theSameJobIsAllRightWithoutThem() {
    String id = submit("redirect-permanent", SHORT).text("id");
    Answer status = api.get("/api/jobs/" + id + "/status", "Prefer", "wait=20");

    assertThat(status.text("resourceLocation"))
        .isEqualTo(SERVER.url() + "/api/jobs/" + id + "/result");
    assertThat(api.get("/api/jobs/" + id).status()).isEqualTo(303);
    Answer faulty = api.get(below("redirect-permanent") + id);
    assertThat(faulty.status()).isEqualTo(301);
    assertThat(faulty.header("Location")).isEqualTo(below("redirect-permanent") + id + "/result");
  }

  @Test
  void aProblemLeadsToWhereItIsExplained() {
    Answer unknown = api.get(below("retry-after-missing") + "none");

    assertThat(unknown.status()).isEqualTo(404);
    assertThat(unknown.text("type")).isEqualTo(SERVER.url() + "/api/problems/job-not-found");
  }

  @Test
  void whatIsNotThereIsSaid() {
    Answer unknown = api.postJson("/api/faulty/retry-after-missing+no-such/simulations", SHORT);
    assertThat(unknown.status()).isEqualTo(400);
    assertThat(unknown.problem()).isEqualTo("unknown-fault");
    assertThat(unknown.json().getJsonArray("faults").toString())
        .contains("\"retry-after-missing\"");
    for (String path :
        List.of(
            "jobs",
            "reports",
            "types",
            "events",
            "status/202",
            "jobs/1/links",
            "",
            "faulty/x/jobs/1")) {
      Answer answer = api.get("/api/faulty/retry-after-missing/" + path);
      assertThat(answer.status()).as(path).isEqualTo(404);
      assertThat(answer.problem()).as(path).isEqualTo("unknown-resource");
    }
    assertThat(api.get("/api/faulty/retry-after-missing").status()).isEqualTo(404);
  }

  @Test
  void onlySimulationsAreReached() {
    Answer other =
        api.postJson(
            "/api/bulk-operations", "{\"action\":\"cancel\",\"filter\":{\"type\":[\"video\"]}}");
    assertThat(other.status()).as(other.text()).isEqualTo(202);
    for (String part : List.of("", "/status", "/result", "/log", "/events")) {
      Answer answer = api.get(below("retry-after-missing") + other.text("id") + part);
      assertThat(answer.status()).as(part).isEqualTo(404);
      assertThat(answer.problem()).isEqualTo("job-not-found");
    }
    Answer removal =
        api.send(
            "DELETE", below("retry-after-missing") + other.text("id"), BodyPublishers.noBody());
    assertThat(removal.status()).isEqualTo(404);
    assertThat(api.get("/api/jobs/" + other.text("id") + "/status").status()).isEqualTo(200);
  }

  @Test
  void aScriptNamesFaultsToo() {
    Answer accepted =
        api.postJson(
            "/api/simulations",
            """
            {"duration":"PT0S","faults":["location-missing","redirect-302"]}""");

    assertThat(accepted.status()).isEqualTo(202);
    assertThat(accepted.headers().firstValue("Location")).isEmpty();
    String monitor = below("location-missing+redirect-302") + accepted.text("id");
    assertThat(accepted.header("Link")).startsWith('<' + monitor + '>');
    assertThat(accepted.json().getJsonObject("links").getString("self")).isEqualTo(monitor);
    Answer ended = api.get(monitor, "Prefer", "wait=20");
    assertThat(ended.status()).isEqualTo(302);
    assertThat(api.get(ended.header("Location")).json().getJsonArray("faults")).hasSize(2);
    Answer envelope =
        api.postJson(
            "/api/jobs",
            """
            {"type":"simulation","input":{"duration":"PT0S","faults":["accepted-as-200"]}}""");
    assertThat(envelope.status()).isEqualTo(200);
    assertThat(envelope.header("Location")).startsWith(below("accepted-as-200"));
  }

  @Test
  void aScriptWithAFaultThatThereIsNotIsInvalid() {
    Answer answer =
        api.postJson("/api/simulations", "{\"duration\":\"PT0S\",\"faults\":[\"none\"]}");

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.json().getJsonArray("errors").getJsonObject(0).getString("pointer"))
        .isEqualTo("/faults/0");
  }

  @Test
  void aScriptMaySayThatNothingIsStored() {
    String before = api.get("/api/jobs/count?type=simulation").text();
    Answer answer =
        api.postJson("/api/simulations", "{\"duration\":\"PT0S\",\"faults\":[\"submission-500\"]}");

    assertThat(answer.status()).isEqualTo(500);
    assertThat(api.postJson("/api/faulty/submission-500/simulations", SHORT).status())
        .isEqualTo(500);
    assertThat(api.get("/api/jobs/count?type=simulation").text()).isEqualTo(before);
  }

  @Test
  void atFirstAndNowAndThenAreCountedPerJob() {
    for (int job = 0; job < 2; job++) {
      String monitor = below("404-at-first") + submit("404-at-first", LONG).text("id");
      assertThat(api.get(monitor).status()).isEqualTo(404);
      assertThat(api.get(monitor).status()).isEqualTo(200);
    }
  }

  @Test
  void slowAnswersAreHeldBack() {
    String monitor = below("monitor-slow") + submit("monitor-slow", LONG).text("id");
    assertThat(took(() -> api.get(monitor))).isLessThan(Duration.ofSeconds(5));
    assertThat(took(() -> api.get(monitor))).isGreaterThan(Duration.ofSeconds(5));
    assertThat(took(() -> submit("submission-slow", SHORT))).isGreaterThan(Duration.ofSeconds(5));
  }

  private static Duration took(Runnable call) {
    Instant begin = Instant.now();
    call.run();
    return Duration.between(begin, Instant.now());
  }

  @Test
  void whoPollsTooSoonIsRefusedAsEverywhere() {
    Answer accepted = submit("retry-after-zero", LONG);
    String monitor = below("retry-after-zero") + accepted.text("id");
    Answer answer = api.get(monitor);
    for (int poll = 0; poll < 10 && answer.status() == 200; poll++) {
      answer = api.get(monitor);
    }

    assertThat(answer.status()).isEqualTo(429);
    assertThat(answer.problem()).isEqualTo("polled-too-soon");
    assertThat(Integer.parseInt(answer.header("Retry-After"))).isPositive();
    // It is the same job, and the same caller.
    assertThat(api.get("/api/jobs/" + accepted.text("id")).status()).isEqualTo(429);
  }

  @Test
  void allFaultsAreListed() {
    JsonObject list = api.get("/api/faulty").json();

    assertThat(list.getJsonArray("faults").getValuesAs(JsonObject.class))
        .hasSizeGreaterThanOrEqualTo(90)
        .anySatisfy(
            fault -> {
              assertThat(fault.getString("name")).isEqualTo("retry-after-missing");
              assertThat(fault.getString("rule")).isEqualTo("no-retry-after");
              assertThat(fault.getJsonObject("links").getString("submit"))
                  .isEqualTo(SERVER.url() + "/api/faulty/retry-after-missing/simulations");
            });
    assertThat(api.get("/api").json().getJsonObject("links").getString("faulty"))
        .isEqualTo(SERVER.url() + "/api/faulty");
  }

  @Test
  void jobsOfBeforeARestartAreForgotten(@TempDir Path folder) throws Exception {
    ServerSetup again = ServerSetup.in(folder);
    String monitor;
    try (ServerProcess first = ServerProcess.start(again)) {
      Answer accepted =
          new Api(first.url()).postJson("/api/faulty/forgotten-after-restart/simulations", LONG);
      monitor = accepted.header("Location");
      assertThat(api.get(monitor).status()).isEqualTo(200);
    }
    try (ServerProcess second = ServerProcess.start(again)) {
      assertThat(api.get(monitor).status()).isEqualTo(404);
      assertThat(api.get(monitor.replace("/faulty/forgotten-after-restart", "")).status())
          .isEqualTo(200);
      String fresh =
          new Api(second.url())
              .postJson("/api/faulty/forgotten-after-restart/simulations", LONG)
              .header("Location");
      assertThat(api.get(fresh).status()).isEqualTo(200);
    }
  }
}
