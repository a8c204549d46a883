package dev.accepted.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route.FulfillOptions;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A job's log in its page. */
class JobLogPageIT extends JobPages {

  @Test
  void theLogCanBeSearched() {
    open(simulate("", "{\"duration\": \"PT1S\", \"steps\": 20}"));
    assertThat(status()).hasText("Succeeded");
    page.getByLabel("Find").fill("STEP 1");
    assertThat(page.locator(".find")).containsText("In 11 of the lines.");
    page.keyboard().press("Enter");
    assertThat(page.locator(".log-line.current")).containsText("Step 1 of 20");
    page.keyboard().press("Shift+Enter");
    assertThat(page.locator(".log-line.current")).containsText("Step 19 of 20");

    page.getByLabel("Wrap lines").uncheck();
    page.reload();
    assertThat(page.getByLabel("Find")).hasValue("STEP 1");
    assertThat(page.getByLabel("Wrap lines")).not().isChecked();
    assertThat(page.locator(".log-line.hit")).hasCount(11);
  }

  @Test
  void ofALongLogTheLastLinesAreThere() {
    String lines =
        IntStream.rangeClosed(1, 5000)
            .mapToObj(
                """
                {"number":%1$d,"attempt":1,"at":"2026-11-21T20:41:07.301Z","text":"line %1$d"}
                """
                    ::formatted)
            .collect(Collectors.joining());
    page.route(
        "**/log",
        route ->
            route.fulfill(
                new FulfillOptions().setContentType("application/x-ndjson").setBody(lines)));
    open(simulate("", "{\"duration\": \"PT0S\"}"));

    assertThat(page.locator(".log-line").last()).containsText("line 5000");
    assertThat(page.locator(".log-line")).hasCount(2000);
    assertThat(page.locator("#log")).containsText("Only the last 2,000 lines");
  }

  @Test
  void whoHasGoneUpInTheLogStaysThere() {
    open(simulate("", "{\"duration\": \"PT30S\", \"steps\": 300}"));
    assertThat(log()).containsText("Step 120 of 300");
    log().evaluate("region => { region.scrollTop = 0; }");
    Locator jump = page.locator(".jump");
    assertThat(jump).containsText("Jump to latest");
    assertThat(log().evaluate("region => region.scrollTop")).isEqualTo(0);

    jump.click();
    assertThat(jump).isHidden();
    assertThat(log()).isFocused();
    assertThat(log()).containsText("Step 150 of 300");
    assertThat(log().evaluate("region => region.scrollTop > 0")).isEqualTo(true);
  }
}
