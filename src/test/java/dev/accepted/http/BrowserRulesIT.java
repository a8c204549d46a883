package dev.accepted.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accepted.server.DeployedServer;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every answer tells a browser, and what pages of others may not have sent. */
@ExtendWith(Abuses.class)
class BrowserRulesIT extends DeployedServer {

  private static final String NOTHING = "default-src 'none'; frame-ancestors 'none'";
  private static final String OTHER = "http://127.0.0.1:1";

  private final Api api = new Api();

  @ParameterizedTest
  @ValueSource(strings = {"/", "/results/x", "/submit/reports", "/no-such-page"})
  void pages(String path) {
    Answer answer = api.get(path);

    assertThat(answer.header("Content-Security-Policy"))
        .startsWith("default-src 'none'; script-src 'self';")
        .contains("frame-ancestors 'none'", "base-uri 'none'", "form-action 'self'")
        .doesNotContain("unsafe", "*", "data:");
    assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
    assertThat(answer.header("Referrer-Policy")).isEqualTo("same-origin");
    assertThat(answer.header("Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
    assertThat(answer.header("Cross-Origin-Resource-Policy")).isEqualTo("same-origin");
    assertThat(answer.header("Permissions-Policy")).contains("camera=()");
    assertThat(answer.headers().map()).doesNotContainKey("access-control-allow-origin");
  }

  @Test
  void onlyThePageWithSwaggerUiTakesImagesFromItsStyles() {
    assertThat(api.get("/reference").header("Content-Security-Policy"))
        .contains("; img-src 'self' data:;")
        .doesNotContain("unsafe", "*")
        .containsOnlyOnce("data:");
    assertThat(api.get("/webjars/swagger-ui/swagger-ui.css").header("Content-Security-Policy"))
        .doesNotContain("data:");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api",
        "/api/types",
        "/api/jobs",
        "/api/no-such",
        "/api/jobs/x",
        "/api/jobs?limit=x",
        "/api/problems",
        "/openapi",
        "/metrics",
        "/ws/jobs",
        "/js/site.js",
        "/js/no-such.js",
        "/css/main.css",
        "/api/datasets"
      })
  void data(String path) {
    assertIsData(api.get(path));
  }

  @Test
  void dataThatComesLater() throws Exception {
    String running = api.simulate("{\"duration\":\"PT1S\"}", "");
    Answer accepted = api.postJson("/api/simulations", "{\"duration\":\"PT0S\"}");
    assertThat(accepted.status()).isEqualTo(202);
    assertIsData(accepted);
    Answer waited = api.get(running, "Prefer", "wait=20");
    assertThat(waited.status()).isEqualTo(303);
    assertIsData(waited);
    Answer events = api.get(running + "/events");
    assertThat(events.header("Content-Type")).startsWith("text/event-stream");
    assertIsData(events);
    assertIsData(api.get(running + "/log"));
    assertIsData(api.send("PATCH", "/api/jobs", BodyPublishers.noBody()));
    assertIsData(api.send("OPTIONS", "/api/jobs", BodyPublishers.noBody()));
  }

  /** One header of each name, whichever answer it is, and shut in unless it can't run. */
  @Test
  void resultsAreWhatTheyAreAndNothingElse() {
    Answer page = report("html");
    assertThat(page.header("Content-Disposition")).startsWith("attachment;");
    assertThat(page.header("Content-Security-Policy"))
        .contains("sandbox", "default-src 'none'", "frame-ancestors 'none'");
    Answer sheet = report("csv");
    assertThat(sheet.header("Content-Disposition")).startsWith("attachment;");
    assertThat(sheet.header("Content-Security-Policy")).contains("sandbox");
    Answer document = report("pdf");
    assertThat(document.header("Content-Disposition")).startsWith("inline;");
    assertThat(document.header("Content-Security-Policy")).isEqualTo("frame-ancestors 'self'");
    for (Answer answer : List.of(page, sheet, document)) {
      assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
      assertThat(answer.header("Cross-Origin-Resource-Policy")).isEqualTo("same-origin");
    }
    Abuses.note(
        "browser", "a result that could run (HTML, CSV)", page.header("Content-Security-Policy"));
    Abuses.note("browser", "a result that can't (PDF)", document.header("Content-Security-Policy"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "POST   | /api/simulations | multipart/form-data; boundary=x",
        "POST   | /api/simulations | text/plain",
        "POST   | /api/jobs        | application/json",
        "DELETE | /api/jobs/x      | text/plain",
        "POST   | /api/jobs/x/cancel | application/x-www-form-urlencoded",
        "DELETE | /api/datasets/x  | text/plain",
      })
  void pagesOfOthersChangeNothing(String method, String path, String mediaType) {
    for (String[] headers :
        new String[][] {
          {"Origin", OTHER},
          {"Origin", "null"},
          {"Origin", "http://localhost"},
          {"Sec-Fetch-Site", "cross-site"},
          {"Sec-Fetch-Site", "same-site", "Origin", OTHER},
        }) {
      Answer answer = sent(method, path, mediaType, headers);
      assertThat(answer.status()).as("%s %s", method, List.of(headers)).isEqualTo(403);
      assertThat(answer.problem()).isEqualTo("foreign-origin");
      assertIsData(answer);
      Abuses.note(
          "browser", "%s %s with %s".formatted(method, path, String.join(": ", headers)), answer);
    }
  }

  @Test
  void ownPagesAndProgramsMay() {
    String own = System.getProperty("accepted.url");
    for (String[] headers :
        new String[][] {
          {"Origin", own},
          {"Sec-Fetch-Site", "same-origin", "Origin", own},
          {"Sec-Fetch-Site", "none"},
          {"User-Agent", "curl"},
        }) {
      assertThat(api.postJson("/api/simulations", "{\"duration\":\"PT0S\"}", headers).status())
          .as("%s", List.of(headers))
          .isEqualTo(202);
    }
    assertThat(api.get("/api/jobs", "Origin", OTHER).status()).isEqualTo(200);
    assertThat(api.get("/api/jobs", "Origin", OTHER).headers().map())
        .doesNotContainKey("access-control-allow-origin");
  }

  @ParameterizedTest
  @CsvSource({
    "evil.example, 421",
    "127.0.0.1.evil.example:18080, 421",
    "localhost.evil.example, 421",
    "localhost, 200",
    "LOCALHOST:80, 200",
    "127.0.0.1, 200",
    "10.1.2.3, 200",
    "[::1]:8080, 200"
  })
  void namesThatLeadHere(String host, int status) {
    String read = RawHttp.answer(List.of("GET /api/types HTTP/1.1", "Host: " + host), "");
    String page = RawHttp.answer(List.of("GET / HTTP/1.1", "Host: " + host), "");

    assertThat(RawHttp.status(read)).as(read).isEqualTo(status);
    assertThat(RawHttp.status(page)).isEqualTo(status);
    if (status != 200) {
      assertThat(read).contains("/api/problems/foreign-host").doesNotContain(host);
      Abuses.note("browser", "GET /api/types with Host: " + host, status + " foreign-host");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"a b", "<script>", "x/../y", "", "%0d%0a", "127.0.0.1:99999999"})
  void hostsThatAreNone(String host) {
    String answer =
        RawHttp.answer(
            List.of("POST /api/no-such HTTP/1.1", "Host: " + host, "Content-Length: 0"), "");

    assertThat(RawHttp.status(answer)).as(answer).isLessThan(500);
    assertThat(answer).doesNotContain("<script>");
    Abuses.note("browser", "Host: " + host, RawHttp.status(answer));
  }

  private Answer report(String format) {
    Answer accepted =
        api.send(
            "POST",
            "/api/reports?format=" + format,
            BodyPublishers.ofString("a,b\n1,2\n"),
            "Content-Type",
            "text/csv");
    assertThat(accepted.status()).as(accepted.text()).isEqualTo(202);
    String job = "/api/jobs/" + accepted.text("id");
    assertThat(api.get(job + "/status", "Prefer", "wait=25").text("status")).isEqualTo("succeeded");
    return api.get(job + "/result");
  }

  private Answer sent(String method, String path, String mediaType, String... headers) {
    String[] all = new String[headers.length + 2];
    System.arraycopy(headers, 0, all, 2, headers.length);
    all[0] = "Content-Type";
    all[1] = mediaType;
    return api.send(method, path, BodyPublishers.ofString("{\"duration\":\"PT0S\"}"), all);
  }

  private static void assertIsData(Answer answer) {
    assertThat(answer.header("Content-Security-Policy")).isEqualTo(NOTHING);
    assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(answer.header("Referrer-Policy")).isEqualTo("same-origin");
    assertThat(answer.header("Cross-Origin-Resource-Policy")).isEqualTo("same-origin");
    assertThat(answer.headers().map()).doesNotContainKey("access-control-allow-origin");
  }
}
