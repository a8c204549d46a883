package dev.accepted.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route.FulfillOptions;
import dev.accepted.http.Api;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What a page that follows a job asks the server for, and the module that it does it with. */
class FollowingPageIT extends DeployedPages {

  private static final Pattern EXAMPLE = Pattern.compile("(?s)```js\n(.*?)```");
  private static final String HIDE =
      "(() => { let hidden = true; Object.defineProperty(document, 'hidden', { get: () => hidden });"
          + " window.showPage = () => { hidden = false;"
          + " document.dispatchEvent(new Event('visibilitychange')); }; })()";

  private final List<String> asked = Collections.synchronizedList(new ArrayList<>());

  @Test
  void aLivePageCostsOneLookAndOneStream() {
    String id = simulate("", "{\"duration\": \"PT10S\", \"steps\": 30}");
    open(id);
    assertThat(page.locator("h1")).hasText("Under way");
    assertThat(page.locator("h1")).hasText("Ready");

    assertThat(asked).startsWith("status", "events").containsOnlyOnce("status", "events");
  }

  @Test
  void whereStreamsDoNotGetThroughThePageWaitsAtTheMonitor() {
    page.route(
        "**/api/jobs/*/events",
        route ->
            route.fulfill(
                new FulfillOptions().setStatus(200).setContentType("text/html").setBody("<p>")));
    open(simulate("", "{\"duration\": \"PT10S\", \"steps\": 3}"));
    assertThat(page.locator("h1")).hasText("Ready");

    assertThat(asked).startsWith("status", "events", "status", "status wait=20");
    assertThat(asked).containsOnlyOnce("events");
  }

  @Test
  void aStreamThatIsCutOffGoesOnWhereItWas() {
    String id = simulate("", "{\"duration\": \"PT10S\", \"steps\": 50}");
    List<String> resumed = Collections.synchronizedList(new ArrayList<>());
    page.route(
        "**/api/jobs/*/events",
        route -> {
          String last = route.request().headers().getOrDefault("last-event-id", "none");
          resumed.add(last);
          if (last.equals("none")) {
            route.fulfill(
                new FulfillOptions()
                    .setStatus(200)
                    .setContentType("text/event-stream")
                    .setBody(
                        "retry: 10\n\nid: 1\nevent: progress\ndata: {\"status\":\"running\",\"id\":\""
                            + id
                            + "\",\"percentComplete\":1,\"type\":\"simulation\"}\n\nid: 2\nda"));
          } else {
            route.resume();
          }
        });
    open(id);
    assertThat(page.locator("h1")).hasText("Ready");

    assertThat(resumed).containsExactly("none", "1");
    assertThat(asked).containsOnlyOnce("status");
  }

  @Test
  void aHiddenPageAsksForNothingUntilItIsShown() {
    String id = simulate("?runAt=" + Api.inAnHour(), "{\"duration\": \"PT0S\"}");
    page.addInitScript(HIDE);
    open(id);
    assertThat(page.locator("h1")).hasText("Waiting for its time");
    assertThat(asked).containsExactly("status");

    page.waitForRequest(
        request -> request.url().endsWith("/events"), () -> page.evaluate("showPage()"));
    page.request().post("/api/jobs/" + id + "/cancel");
    assertThat(page.locator("h1")).hasText("Canceled");
  }

  @Test
  void theReadmesExampleRuns() throws IOException {
    Matcher example = EXAMPLE.matcher(Files.readString(Path.of("README.md")));
    assertThat(example.find()).isTrue();
    List<String> said = Collections.synchronizedList(new ArrayList<>());
    page.onConsoleMessage(message -> said.add(message.text()));
    page.navigate("/");
    page.evaluate("async () => {" + example.group(1) + "}");

    assertThat(said).anyMatch(line -> line.startsWith("running "));
    assertThat(said.get(said.size() - 1)).contains("\"outcome\":\"succeeded\"");
  }

  private void open(String id) {
    String job = server() + "/api/jobs/" + id + "/";
    page.onRequest(
        request -> {
          if (request.url().startsWith(job)) {
            asked.add(what(request, job));
          }
        });
    page.navigate("/results/" + id);
  }

  private static String what(Request request, String job) {
    String prefer = request.headers().getOrDefault("prefer", "");
    return (request.url().substring(job.length()) + ' ' + prefer).strip();
  }
}
