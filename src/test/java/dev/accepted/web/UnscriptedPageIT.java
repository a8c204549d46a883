package dev.accepted.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.Route.FulfillOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import dev.accepted.http.Api;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page of a job in a browser that runs no scripts. */
class UnscriptedPageIT extends DeployedPages {

  /**
   * A moment in a sentence, which the server tells in UTC and the script on the visitor's clock.
   */
  private static final String MOMENT =
      " (at|on|tomorrow|yesterday)\\b[^.,]*?\\d\\d?:\\d\\d([\\s\\u202f]?[AaPp][Mm]| UTC)?";

  private void arriveWithoutScripts(NewContextOptions options) {
    arriveWith(options.setJavaScriptEnabled(false));
  }

  @Test
  void itGoesOnByItselfFromTheRunningJobToItsResult() {
    arriveWithoutScripts(new NewContextOptions());
    String id = simulate("", "{\"duration\": \"PT8S\", \"steps\": 80}");
    AtomicInteger loads = new AtomicInteger();
    page.onDOMContentLoaded(loaded -> loads.incrementAndGet());
    page.navigate("/results/" + id);

    assertThat(heading()).hasText("Under way");
    assertThat(page.getByText("Looking the job up…")).isHidden();
    assertThat(page.getByRole(AriaRole.PROGRESSBAR)).isVisible();
    assertThat(page).hasTitle(Pattern.compile("^[1-9][0-9]? % · "));
    assertThat(heading()).hasText("Ready");
    assertThat(page.locator("meta[http-equiv=refresh]")).hasCount(0);
    assertThat(loads.get()).isBetween(2, 20);
    Download saved = page.waitForDownload(() -> page.locator(".downloads a").click());
    assertThat(saved.failure()).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''                       | {'duration':'PT10M','message':'grouping by carrier'} | running",
        "?runAt=                  | {'duration':'PT0S'}                                  | scheduled",
        "''                       | {'duration':'PT0.1S'}                                | succeeded",
        "?maxAttempts=1           | {'duration':'PT0S','outcome':'failed','message':'no'} | failed",
        "''                       | {'duration':'PT0S','outcome':'canceled'}             | canceled",
        "?maxAttempts=9           | {'duration':'PT0S','succeedOnAttempt':100}           | scheduled",
      })
  void itSaysWhatTheScriptWouldSay(String options, String input, String status) {
    String id =
        simulate(options.replace("runAt=", "runAt=" + Api.inAnHour()), input.replace('\'', '"'));
    page.navigate("/results/" + id);
    assertThat(page.locator("article[data-status=%s]".formatted(status))).isVisible();
    List<String> scripted = said();

    arriveWithoutScripts(new NewContextOptions());
    page.navigate("/results/" + id);
    assertThat(page.locator("article[data-status=%s]".formatted(status))).isVisible();
    assertThat(said()).isEqualTo(scripted);
  }

  @Test
  void ofAnUnknownJobItSaysTheSameToo() {
    String unknown = "/results/01933333-3333-7333-8333-333333333333";
    page.navigate(unknown);
    assertThat(heading()).hasText("No job at this address");
    String scripted = page.locator(".lone p:not(.code)").first().innerText();

    arriveWithoutScripts(new NewContextOptions());
    page.navigate(unknown);
    assertThat(heading()).hasText("No job at this address");
    assertThat(page.locator(".lone p")).hasText(scripted);
  }

  @Test
  void itIsAccessibleAndFits() {
    String text = "averylongwordwithoutanybreak".repeat(20);
    look("{\"duration\": \"PT0S\"}", ColorScheme.DARK, 360);
    look("{\"duration\": \"PT0S\"}", ColorScheme.LIGHT, 1440);
    look(
        "{\"duration\": \"PT0S\", \"outcome\": \"failed\", \"message\": \"%s\"}".formatted(text),
        ColorScheme.LIGHT,
        360);
  }

  private void look(String script, ColorScheme scheme, int width) {
    String id = simulate("?maxAttempts=1", script);
    arriveWithoutScripts(
        new NewContextOptions().setColorScheme(scheme).setViewportSize(width, 740));
    page.navigate("/results/" + id);
    assertThat(heading()).hasText(Pattern.compile("Ready|Failed"));
    page.waitForLoadState();
    assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(width);

    showWhatThereIsWithoutScripts(id, scheme, width);
    assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
  }

  /**
   * The same elements where scripts may run: axe waits for timers, which there are none without.
   */
  private void showWhatThereIsWithoutScripts(String id, ColorScheme scheme, int width) {
    String elements =
        page.content().replaceAll("</?noscript>", "").replaceAll("<script.*?</script>", "");
    assertThat(elements).contains("unscripted.css").doesNotContain("script>");
    arriveWith(new NewContextOptions().setColorScheme(scheme).setViewportSize(width, 740));
    page.route(
        "**/results/" + id,
        route ->
            route.fulfill(
                new FulfillOptions().setContentType("text/html;charset=utf-8").setBody(elements)));
    page.navigate("/results/" + id);
    assertThat(heading()).isVisible();
    assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(width);
  }

  /** An attempt that comes in seconds may have come closer from one page to the other. */
  private List<String> said() {
    String lead = page.locator(".lead").innerText().replaceAll(MOMENT, " then");
    return List.of(
        heading().innerText(), lead.replaceAll("starts (any moment|in .* then)", "starts"));
  }

  private Locator heading() {
    return page.getByRole(AriaRole.HEADING, new GetByRoleOptions().setLevel(1));
  }
}
