package dev.accepted.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** All that there is of one job, for who has written it and who looks after it. */
class JobPageIT extends JobPages {

  private static final Pattern SOME_PERCENT = Pattern.compile("[5-9]|[1-9][0-9]");
  private static final String FAILS = "{\"duration\": \"PT0.2S\", \"succeedOnAttempt\": 9}";

  @Test
  void aRunningJobIsFollowedToItsEnd() {
    String id = simulate("?label=team:ops", "{\"duration\": \"PT12S\", \"steps\": 60}");
    open(id);
    assertThat(status()).hasText("Running");
    assertThat(page.locator("h1")).hasText("Simulation");
    button("Cancel").focus();
    assertThat(page.getByRole(AriaRole.PROGRESSBAR)).hasAttribute("aria-valuenow", SOME_PERCENT);
    assertThat(log()).containsText("Step 8 of 60");
    assertThat(spans()).hasCount(1);
    assertThat(spans()).containsText("runs for");
    assertThat(page.locator("#events tbody tr").first()).containsText("progress");
    assertThat(button("Cancel")).isFocused();

    assertThat(status()).hasText("Succeeded");
    assertThat(page.locator("h1")).isFocused();
    assertThat(log()).containsText("Step 60 of 60");
    assertThat(page.locator("#log .log-line")).hasCount(61);
    assertThat(spans()).containsText("Succeeded");
    assertThat(page.locator("#result")).containsText("simulation.json");
    assertThat(page.locator("#facts a[href='/jobs?label=team%3Aops']")).hasText("team: ops");
    assertThat(page.locator("#events tbody tr").first()).containsText("Succeeded, was running.");
  }

  @Test
  void eachAttemptHasItsTimesAndItsError() {
    String id = simulate("?maxAttempts=3", FAILS);
    open(id);
    assertThat(spans()).hasCount(3);
    assertThat(status()).hasText("Failed");
    assertAttempts("began at");

    page.reload();
    assertAttempts("began at about");
  }

  private void assertAttempts(String began) {
    assertThat(spans()).hasCount(3);
    for (int attempt = 0; attempt < 3; attempt++) {
      assertThat(spans().nth(attempt)).containsText("Attempt %d of 3".formatted(attempt + 1));
      assertThat(spans().nth(attempt)).containsText("Failed");
      assertThat(spans().nth(attempt)).containsText("simulated-failure");
    }
    // Below one another: they share an axis.
    assertThat(spans().all().stream().map(span -> span.boundingBox().x).distinct()).hasSize(1);
    // Only of the last one the server tells when it began; the log tells of the others.
    assertThat(spans().first()).containsText(began);
    assertThat(page.locator("#timeline")).containsText("at work");
    assertThat(page.locator(".log-attempt")).hasText(new String[] {"Attempt 2", "Attempt 3"});
  }

  @Test
  void aFinishedJobEndsTheStreamAndItIsNotAskedForAgain() {
    String id = simulate("", "{\"duration\": \"PT0S\"}");
    List<Integer> streams = new CopyOnWriteArrayList<>();
    page.onResponse(
        response -> {
          if (response.url().endsWith("/events")) {
            streams.add(response.status());
          }
        });
    page.waitForResponse(response -> response.status() == 204, () -> open(id));
    assertThat(status()).hasText("Succeeded");
    button("Ask again").click();
    assertThat(told()).hasText("Answered 200 OK.");

    assertThat(streams).containsExactly(200, 204);
    assertThat(page.locator(".subject .notice")).isHidden();
  }

  @Test
  void whatOthersHaveWrittenIsText() {
    String message = "<img src=x onerror=alert(1)><b>bold";
    String script =
        "{\"duration\": \"PT0.1S\", \"outcome\": \"failed\", \"message\": \"%s\"}"
            .formatted(message);
    open(simulate("?maxAttempts=1&label=team:%3Ci%3Ex", script));

    assertThat(page.locator(".subject .lead")).hasText("simulated-failure: " + message + ".");
    assertThat(spans()).containsText(message);
    assertThat(page.locator("#input pre")).containsText(message);
    assertThat(page.locator("#facts .tag")).hasText("team: <i>x");
    assertThat(page.locator("main :is(img, b, i)")).hasCount(0);
  }

  @Test
  void itsInputIsShownAndAFileCanBeHadBack() {
    String id = imported();
    open(id);

    assertThat(page.locator("#input pre")).containsText("\"dataset\": \"job_page\"");
    Locator download = page.locator("#input .downloads");
    assertThat(download).containsText("birds.csv");
    assertThat(download).containsText("CSV, 8 bytes");
    assertThat(download.locator("a")).hasAttribute("href", "/api/jobs/" + id + "/input/file");
  }

  private String imported() {
    FilePayload file =
        new FilePayload("birds.csv", "text/csv", "a,b\n1,2\n".getBytes(StandardCharsets.UTF_8));
    String location =
        page.request()
            .post(
                "/api/imports",
                RequestOptions.create()
                    .setMultipart(FormData.create().set("dataset", "job_page").set("file", file)))
            .headers()
            .get("location");
    return location.replaceAll(".*/", "");
  }

  @Test
  void whoeverRemovesItElsewhereIsTold() {
    String id = simulate("", "{\"duration\": \"PT5M\"}");
    open(id);
    assertThat(status()).hasText("Running");
    page.request().delete("/api/jobs/" + id);

    assertThat(page.locator("h1")).hasText("Removed");
    assertThat(page.locator("main")).containsText("elsewhere than on this page");
    page.reload();
    assertThat(page.locator("h1")).hasText("No job at this address");
  }

  @Test
  void triesAgainAndFollowsThat() {
    String script = "{\"duration\": \"PT8S\", \"outcome\": \"failed\"}";
    open(simulate("?maxAttempts=1", script));
    assertThat(status()).hasText("Failed");
    button("Try again").click();

    assertThat(spans()).hasCount(2);
    assertThat(status()).hasText("Running");
    assertThat(status()).hasText("Failed");
    assertThat(page.locator(".log-attempt")).hasText("Attempt 2");
  }

  @Test
  void survivesALostConnection() {
    open(simulate("", "{\"duration\": \"PT12S\", \"steps\": 60}"));
    assertThat(status()).hasText("Running");
    offline(true);
    assertThat(page.locator(".subject")).containsText("The connection is lost");
    offline(false);

    assertThat(status()).hasText("Succeeded");
    assertThat(page.getByText("The connection is lost")).hasCount(0);
    assertThat(page.locator("#log .log-line")).hasCount(61);
  }

  @Test
  void whoComesByALinkSeesThePlainPage() {
    String id = simulate("", "{\"duration\": \"PT0S\"}");
    page.navigate("/jobs/" + id + "?access=x");

    assertThat(page).hasURL(server() + "/results/" + id + "?access=x");
  }
}
