package dev.accepted.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import com.sun.net.httpserver.HttpServer;
import jakarta.json.Json;
import java.io.IOException;
import java.io.StringReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What strangers wrote, shown in a browser; and pages of strangers, opened in it. */
class HostilePagesIT extends DeployedPages {

  private static final String HARM =
      "<img src=x onerror=\"window.harm=1\"><script>window.harm=1</script>";

  @ParameterizedTest
  @ValueSource(strings = {"succeeded", "failed"})
  void wordsOfStrangersAreShownNotRun(String outcome) {
    String label = "%3Cscript%3Ewindow.harm%3D1%3C%2Fscript%3E";
    String id =
        simulate(
            "?maxAttempts=1&label=note:" + label,
            Json.createObjectBuilder()
                .add("duration", "PT0.2S")
                .add("outcome", outcome)
                .add("message", HARM)
                .build()
                .toString());

    page.navigate("/results/" + id);

    assertThat(page.locator("article.job[data-status=" + outcome + "]")).isVisible();
    assertThat(page.evaluate("window.harm === undefined")).isEqualTo(true);
    assertThat(page.locator("img[src=x]")).hasCount(0);
    assertThat(page.locator("body")).containsText("<script>window.harm=1</script>");
  }

  @Test
  void addressesOfStrangersAreShownNotRun() {
    page.navigate("/results/%3Cimg%20src=x%20onerror=%22window.harm=1%22%3E");
    assertThat(page.locator("h1:visible").first()).isVisible();
    assertThat(page.evaluate("window.harm === undefined")).isEqualTo(true);
    page.navigate("/submit/%3Cimg%20src=x%20onerror=%22window.harm=1%22%3E");
    assertThat(page.locator("h1:visible").first()).isVisible();
    assertThat(page.evaluate("window.harm === undefined")).isEqualTo(true);
  }

  @Test
  void nothingIsRunThatThePolicyDoesNotName() {
    List<String> blocked = new ArrayList<>();
    page.onConsoleMessage(message -> blocked.add(message.text()));
    page.navigate("/");
    page.evaluate(
        "() => { const s = document.createElement('script'); s.textContent = 'window.harm = 1';"
            + " document.body.append(s); document.body.insertAdjacentHTML('beforeend', '<p style=\"color:red\">'); }");

    assertThat(page.evaluate("window.harm === undefined")).isEqualTo(true);
    assertThat(blocked).anyMatch(text -> text.contains("Content Security Policy"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"csv", "html"})
  void cellsOfStrangersAreShownNotRun(String format) {
    String id = report(format);

    page.navigate("/results/" + id);

    assertThat(page.locator("article.job[data-status=succeeded]")).isVisible();
    assertThat(page.locator("[aria-busy=true]")).hasCount(0);
    assertThat(page.evaluate("window.harm === undefined")).isEqualTo(true);
  }

  /** Opened by itself, a page that a job has made is saved and not shown. */
  @Test
  void aResultThatCouldRunIsSaved() throws IOException {
    String id = report("html");
    page.navigate("/");

    Download saved =
        page.waitForDownload(() -> page.evaluate("url => { location.href = url; }", result(id)));

    assertThat(Files.readString(saved.path())).contains("&lt;script").doesNotContain("<script");
    assertThat(page.url()).doesNotContain("/result");
  }

  /** Put into a frame of another page's it stays empty, and so does a page of the server's. */
  @Test
  void nothingIsFramedByStrangers() throws IOException {
    String id = report("pdf");
    String form =
        "<iframe id=a src='%s/'></iframe><iframe id=b src='%s%s'></iframe>"
            .formatted(server(), server(), result(id));
    List<String> refused = new ArrayList<>();
    page.onConsoleMessage(message -> refused.add(message.text()));

    strangers(form, () -> page.waitForCondition(() -> refused.size() >= 2));

    assertThat(refused).allMatch(text -> text.contains("frame"));
  }

  /** A form needs no permission to be sent anywhere: what counts is what the server makes of it. */
  @Test
  void formsOfStrangersSubmitNothing() throws IOException {
    simulate("", "{\"duration\": \"PT0S\"}");
    String before = newest();
    for (String kind :
        List.of("multipart/form-data", "text/plain", "application/x-www-form-urlencoded")) {
      String form =
          "<form method=post action='%s/api/simulations' enctype='%s'><input name=duration value=PT0S>"
                  .formatted(server(), kind)
              + "<button>Go</button></form>";
      strangers(
          form,
          () -> {
            page.locator("button").click();
            page.waitForURL("**/api/simulations");
            assertThat(page.locator("body")).containsText("foreign-origin");
          });
    }
    strangers(
        "<p>x</p>",
        () ->
            page.evaluate(
                "url => fetch(url, {method: 'POST', mode: 'no-cors', body: '{\"duration\":\"PT0S\"}'}).then(() => 0, () => 0)",
                server() + "/api/simulations"));

    assertThat(newest()).isEqualTo(before);
  }

  /** The own pages' form passes: see {@link FormIT}, which sends each of them. */
  @Test
  void answersAreNotReadByStrangers() throws IOException {
    strangers(
        "<p>x</p>",
        () ->
            assertThat(
                    page.evaluate(
                        "url => fetch(url).then(() => 'read', () => 'refused')",
                        server() + "/api/jobs"))
                .isEqualTo("refused"));
  }

  private String newest() {
    APIResponse jobs = page.request().get("/api/jobs?type=simulation&limit=1");
    try (var reader = Json.createReader(new StringReader(jobs.text()))) {
      return reader.readObject().getJsonArray("jobs").getJsonObject(0).getString("id");
    }
  }

  /** Opens a page that somebody else serves, and does what is to be done there. */
  private void strangers(String html, Runnable there) throws IOException {
    HttpServer other =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    byte[] content = ("<!doctype html><title>Other</title>" + html).getBytes(UTF_8);
    other.createContext(
        "/",
        exchange -> {
          exchange.getResponseHeaders().set("Content-Type", "text/html");
          exchange.sendResponseHeaders(200, content.length);
          exchange.getResponseBody().write(content);
          exchange.close();
        });
    other.start();
    try {
      page.navigate("http://127.0.0.1:" + other.getAddress().getPort() + "/");
      there.run();
    } finally {
      other.stop(0);
    }
  }

  private String report(String format) {
    FormData form =
        FormData.create()
            .set("format", format)
            .set("title", HARM)
            .set(
                "file",
                new FilePayload(
                    "<img src=x onerror=alert(1)>.csv",
                    "text/csv",
                    ("a,\""
                            + HARM.replace("\"", "\"\"")
                            + "\"\n\""
                            + HARM.replace("\"", "\"\"")
                            + "\",1\n")
                        .getBytes(UTF_8)));
    APIResponse accepted =
        page.request().post("/api/reports", RequestOptions.create().setMultipart(form));
    assertThat(accepted.status()).as(accepted.text()).isEqualTo(202);
    String id;
    try (var reader = Json.createReader(new StringReader(accepted.text()))) {
      id = reader.readObject().getString("id");
    }
    APIResponse ended =
        page.request()
            .get(
                "/api/jobs/" + id + "/status",
                RequestOptions.create().setHeader("Prefer", "wait=25"));
    assertThat(ended.text()).contains("\"succeeded\"");
    return id;
  }

  private static String result(String id) {
    return "/api/jobs/" + id + "/result";
  }
}
