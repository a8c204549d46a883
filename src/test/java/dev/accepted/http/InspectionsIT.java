package dev.accepted.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accepted.server.ServerProcess;
import dev.accepted.server.ServerSetup;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A server that may call itself, and inspects itself. */
class InspectionsIT {

  /** Both on purpose: other origins have to be allowed, and a burst of this length is. */
  private static final Set<String> KNOWN = Set.of("cors-missing", "impatient-not-throttled");

  private static ServerSetup setup;
  private static ServerProcess process;
  private static Api api;
  private static String job;

  @BeforeAll
  static void inspect() throws IOException, InterruptedException {
    Path folder = Files.createDirectories(Path.of("target", "inspections"));
    setup =
        ServerSetup.in(Files.createTempDirectory(folder, "server"))
            .with("accepted.inspections.allow", "127.0.0.1");
    process = ServerProcess.start(setup);
    api = new Api(setup.url());
    Answer accepted =
        api.postJson(
            "/api/inspections",
            """
            {"url": "%s/api/simulations", "headers": {"X-Token": "not-to-be-told"},
             "body": {"duration": "PT12S", "steps": 12}, "allowCancel": true, "allowRemoval": true}
            """
                .formatted(setup.url()));
    assertThat(accepted.status()).as(accepted.text()).isEqualTo(202);
    job = "/api/jobs/" + accepted.text("id");
    JsonObject status = finished();
    assertThat(status.getString("status")).as(status.toString()).isEqualTo("succeeded");
  }

  private static JsonObject finished() {
    JsonObject status = JsonObject.EMPTY_JSON_OBJECT;
    for (int i = 0; i < 6 && !status.containsKey("finishedAt"); i++) {
      status = api.get(job + "/status", "Prefer", "wait=20").json();
    }
    return status;
  }

  @AfterAll
  static void stop() {
    process.close();
  }

  @Test
  void findsNothingWrongWithThisServer() {
    JsonObject report = api.get(job + "/result").json();

    assertThat(report.getJsonArray("findings").getValuesAs(JsonObject.class))
        .as(report.toString())
        .extracting(finding -> finding.getString("id"))
        .isSubsetOf(KNOWN);
    assertThat(report.getString("grade")).isEqualTo("A");
    assertThat(report.getString("style"))
        .isEqualTo("monitor by Location, 200 while it runs, 303 to the result");
    assertThat(report.getJsonArray("exchanges").getValuesAs(JsonObject.class))
        .extracting(exchange -> exchange.getString("purpose"))
        .contains(
            "early-result",
            "repeat",
            "preflight",
            "unknown-id",
            "conditional-poll",
            "long-poll",
            "impatient-poll",
            "result-again",
            "head-monitor",
            "cancel-again",
            "after-cancel",
            "result-after-removal");
    assertThat(report.toString()).doesNotContain("not-to-be-told").contains("[redacted]");
  }

  @Test
  void givesTheRepresentationThatIsLikedBest() {
    String browser = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";
    for (String[] wish :
        new String[][] {
          {"*/*", "application/json"},
          {"application/json", "application/json"},
          {browser, "text/html"},
          {"application/xml", "application/xml"},
          {"application/json;q=0.1, application/xml", "application/xml"}
        }) {
      Answer answer = api.get(job + "/result", "Accept", wish[0]);
      assertThat(answer.status()).isEqualTo(200);
      // Servers add a charset to text and XML.
      assertThat(answer.header("Content-Type").split(";", -1)[0]).as(wish[0]).isEqualTo(wish[1]);
      assertThat(answer.header("Vary")).isEqualTo("Accept");
      assertThat(answer.header("Repr-Digest")).isNotEmpty();
    }
  }

  @Test
  void eachRepresentationHasATagOfItsOwn() {
    String json = api.get(job + "/result").header("ETag");
    String page = api.get(job + "/result", "Accept", "text/html").header("ETag");

    assertThat(page).isNotEqualTo(json).startsWith("\"");
    Answer had = api.get(job + "/result", "Accept", "text/html", "If-None-Match", page);
    assertThat(had.status()).isEqualTo(304);
    assertThat(had.header("Vary")).isEqualTo("Accept");
    assertThat(had.header("ETag")).isEqualTo(page);
    assertThat(api.get(job + "/result", "Accept", "text/html", "If-None-Match", json).status())
        .isEqualTo(200);
    assertThat(api.get(job + "/result", "Accept", "application/xml", "Range", "bytes=0-4").text())
        .isEqualTo("<?xml");
    Answer head = api.send("HEAD", job + "/result", BodyPublishers.noBody(), "Accept", "text/html");
    assertThat(head.header("ETag")).isEqualTo(page);
  }

  @Test
  void saysWhatThereIsToWhoLikesNoneOfIt() {
    Answer answer = api.get(job + "/result", "Accept", "image/png");

    assertThat(answer.status()).isEqualTo(406);
    assertThat(answer.problem()).isEqualTo("not-acceptable");
    assertThat(answer.json().getJsonArray("acceptable")).hasSize(3);
  }

  @Test
  void thePageIsShutInAndSaved() {
    Answer page = api.get(job + "/result", "Accept", "text/html");

    assertThat(page.header("Content-Disposition")).startsWith("attachment");
    assertThat(page.header("Content-Security-Policy")).contains("sandbox");
    assertThat(page.text()).contains("<svg").doesNotContain("<script");
    assertThat(api.get(job + "/files").json().getJsonArray("files")).hasSize(2);
  }

  @Test
  void secretsStandInTheInputOnly() throws IOException {
    String secret = "not-to-be-told";

    assertThat(api.get(job + "/input").text()).contains(secret);
    for (String part : new String[] {"/status", "/log", "/exchange", "/files"}) {
      assertThat(api.get(job + part).text()).as(part).isNotEmpty().doesNotContain(secret);
    }
    for (String form : new String[] {"text/html", "application/xml"}) {
      assertThat(api.get(job + "/result", "Accept", form).text()).doesNotContain(secret);
    }
    assertThat(setup.folder().resolve("server.log")).content().isNotEmpty().doesNotContain(secret);
  }

  @Test
  void callsNothingThatTheOperatorDoesNotAllow() {
    for (String url : new String[] {"http://127.0.0.2/", "http://10.0.0.1/", "http://[::1]/"}) {
      Answer answer = api.postJson("/api/inspections", "{\"url\":\"" + url + "\"}");
      assertThat(answer.status()).isEqualTo(422);
      assertThat(answer.json().getJsonArray("errors").getJsonObject(0).getString("pointer"))
          .isEqualTo("/url");
    }
  }
}
