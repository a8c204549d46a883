package dev.accepted.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What holds for each page, small and dark, wide and light: readable for everyone, no wider than
 * the screen.
 */
@Tag("both-servers")
class EveryPageIT extends DeployedPages {

  private static final int PHONE = 360;
  private static final int DESK = 1440;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/overview",
        "/submit/simulations",
        "/submit/imports",
        "/submit/reports",
        "/submit/videos",
        "/submit/nothing-of-the-kind",
        "/results/01933333-3333-7333-8333-333333333333",
        "/datasets",
        "/datasets/no_such_table",
        "/types",
        "/simulator",
        "/simulator?q=nothing-of-the-kind",
        "/simulator?code=451",
        "/simulator?faulty",
        "/simulator?faulty=redirect-302+404-at-first",
        "/simulator?code=103",
        "/simulator?code=no-such-code",
        "/inspector",
        "/inspector?url=https%3A%2F%2Fapi.example.com%2Fjobs&method=PUT",
        "/inspector?job=01933333-3333-7333-8333-333333333333",
        "/schedules",
        "/schedules?new&type=report",
        "/schedules?edit=01933333-3333-7333-8333-333333333333",
        "/subscriptions",
        "/keys",
        "/jobs/01933333-3333-7333-8333-333333333333",
        "/jobs",
        "/jobs?status=failed&label=team:ops&q=nothing-of-the-kind&within=P1D",
        "/jobs?status=no-such-status&submittedAfter=2026-01-01T00:00:00Z",
        "/no-such-page"
      })
  void isAccessibleAndFits(String path) {
    inBothLooks(path, "h1:visible");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"duration\": \"PT10M\"}",
        "{\"duration\": \"PT0S\"}",
        "{\"duration\": \"PT0.1S\", \"outcome\": \"failed\", \"message\": \"%s\"}",
        "{\"duration\": \"PT0.1S\", \"outcome\": \"canceled\"}",
        "{\"duration\": \"PT1S\", \"succeedOnAttempt\": 100}"
      })
  void isAccessibleAndFitsInEachState(String script) {
    String id = simulate("", script.formatted("averylongwordwithoutanybreak".repeat(20)));
    inBothLooks("/results/" + id, "article.job[data-status]:not([data-status=queued])");
    inBothLooks("/jobs/" + id, "article.job[data-status]:not([data-status=queued])");
  }

  private void inBothLooks(String path, String drawn) {
    look(path, drawn, ColorScheme.DARK, PHONE);
    look(path, drawn, ColorScheme.LIGHT, DESK);
  }

  private void look(String path, String drawn, ColorScheme scheme, int width) {
    arriveWith(new NewContextOptions().setColorScheme(scheme).setViewportSize(width, 740));
    List<String> blocked = new ArrayList<>();
    page.onConsoleMessage(
        message -> {
          if (message.text().contains("Content Security Policy")) {
            blocked.add(message.text());
          }
        });
    page.navigate(path);
    assertThat(page.locator(drawn).first()).isVisible();
    assertThat(page.locator("[aria-busy=true]")).hasCount(0);

    String look = "%s, %s, %d pixels wide".formatted(path, scheme, width);
    assertThat(page.evaluate("document.documentElement.scrollWidth"))
        .as("width of %s", look)
        .isEqualTo(width);
    assertThat(blocked).as("what the page's own policy blocks in %s", look).isEmpty();
    assertThat(new AxeBuilder(page).analyze().getViolations()).as(look).isEmpty();
  }
}
