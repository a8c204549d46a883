package dev.accepted.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page.GetByLabelOptions;
import com.microsoft.playwright.Route.FulfillOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Finding jobs in the list, and seeing them live. */
class JobsPageIT extends JobListPage {

  @Test
  void filtersLiveInTheAddress() {
    submit(SHORT);
    submit(FAILING);
    open("");
    assertThat(rows()).hasCount(2);
    assertThat(rows().locator(".status:text('Failed')")).isVisible();

    button("Failed").click();
    assertThat(rows()).hasCount(1);
    assertThat(rows()).containsText("Out of chalk.");
    assertThat(page).hasURL(Pattern.compile("status=failed"));
    page.reload();
    assertThat(button("Failed")).hasAttribute("aria-pressed", "true");
    assertThat(rows()).hasCount(1);

    button("Succeeded").click();
    assertThat(rows()).hasCount(2);
    page.getByLabel("Type").selectOption("report");
    assertThat(page.getByRole(AriaRole.HEADING, named("No job fits"))).isVisible();
    page.goBack();
    assertThat(rows()).hasCount(2);
    page.goBack();
    assertThat(rows()).hasCount(1);

    button("Clear all").click();
    assertThat(page).hasURL(Pattern.compile("/jobs$"));
    assertThat(button("Failed")).hasAttribute("aria-pressed", "false");
  }

  @Test
  void findsByTextLabelAndTime() {
    submit(FAILING);
    submit(SHORT);
    page.navigate("/jobs");
    page.getByRole(AriaRole.COMBOBOX, named("Label")).fill(label);
    page.keyboard().press("Enter");
    assertThat(rows()).hasCount(2);

    page.getByLabel("Search").fill("OF CHALK");
    assertThat(rows()).hasCount(1);
    assertThat(page).hasURL(Pattern.compile("q=OF\\+CHALK"));
    page.getByLabel("Search").fill("");
    page.getByRole(AriaRole.COMBOBOX, named("Handed in")).selectOption("Last hour");
    assertThat(rows()).hasCount(2);
    page.getByRole(AriaRole.COMBOBOX, named("Handed in")).selectOption("custom");
    page.getByLabel("Until", new GetByLabelOptions().setExact(true)).fill("2020-01-01T10:00");
    assertThat(page.getByRole(AriaRole.HEADING, named("No job fits"))).isVisible();
    assertThat(page).hasURL(Pattern.compile("submittedBefore="));

    button("Clear all filters").click();
    page.getByRole(AriaRole.COMBOBOX, named("Label")).fill("no-colon");
    page.keyboard().press("Enter");
    assertThat(page.getByText("A label is written as name:value.")).isVisible();
  }

  @Test
  void aRowChangesInPlaceAndStaysWhereItIs() {
    String id = submit(LONG);
    open("&status=running");
    Locator row = row(id);
    assertThat(row.getByRole(AriaRole.PROGRESSBAR)).isVisible();
    row.locator("input").focus();

    cancel(id);

    assertThat(row.locator(".status")).hasText("Canceled");
    assertThat(row).hasClass(Pattern.compile("off-list"));
    assertThat(row.locator("input")).isFocused();
    button("Refresh").click();
    assertThat(page.getByRole(AriaRole.HEADING, named("No job fits"))).isVisible();
  }

  @Test
  void newJobsComeWhenTheyAreAskedFor() {
    String id = submit(SHORT);
    open("");
    assertThat(row(id).locator(".status")).hasText("Succeeded");
    assertThat(page.getByText("Live", exactly())).isVisible();
    BoundingBox before = row(id).boundingBox();

    String newest = "";
    for (int i = 0; i < 3; i++) {
      newest = submit(LONG);
    }

    assertThat(button("3 new jobs")).isVisible();
    assertThat(rows()).hasCount(1);
    assertThat(row(id).boundingBox().y).isEqualTo(before.y);
    button("3 new jobs").click();
    assertThat(rows()).hasCount(4);
    assertThat(rows().first()).hasAttribute("data-id", newest);
    assertThat(button("Refresh")).isVisible();
  }

  @Test
  void pagesToOlderJobsAndBack() {
    String oldest = submit(SHORT);
    IntStream.range(0, 50).forEach(each -> submit(SHORT));
    open("");
    assertThat(rows()).hasCount(50);

    link("Next page").click();
    assertThat(rows()).hasCount(1);
    assertThat(row(oldest)).isVisible();
    assertThat(link("Next page")).isHidden();
    page.reload();
    assertThat(row(oldest)).isVisible();
    page.goBack();
    assertThat(rows()).hasCount(50);

    page.goForward();
    assertThat(rows()).hasCount(1);
    link("Newest").click();
    assertThat(rows()).hasCount(50);
  }

  @Test
  void keepsFiltersByName() {
    submit(FAILING);
    open("&status=failed");
    button("Save this filter").click();
    page.getByLabel("Name").fill("<b>Broken</b>");
    button("Save").click();
    assertThat(button("Save this filter")).isHidden();

    page.navigate("/jobs");
    link("<b>Broken</b>").click();
    assertThat(rows()).hasCount(1);
    assertThat(button("Failed")).hasAttribute("aria-pressed", "true");

    button("Forget the saved filter <b>Broken</b>").click();
    page.reload();
    assertThat(button("Save this filter")).isVisible();
    assertThat(link("<b>Broken</b>")).hasCount(0);
  }

  @Test
  void worksWhereNothingMayBeKept() {
    page.addInitScript(
        """
        Object.defineProperty(window, 'localStorage',
            { get() { throw new DOMException('no', 'SecurityError'); } });
        """);
    submit(FAILING);
    open("&status=failed");
    assertThat(rows()).hasCount(1);
    button("Save this filter").click();
    page.getByLabel("Name").fill("Broken");
    button("Save").click();

    assertThat(page.getByText("This browser keeps nothing for this site")).isVisible();
    assertThat(link("Broken")).isVisible();
  }

  @Test
  void wordsOfStrangersAreShownNotRun() {
    String harm = "<img src=x onerror=window.harm=1>";
    String id =
        simulate(
            "?maxAttempts=1&label=%s&label=note:%s".formatted(label, escaped(harm)),
            "{\"duration\": \"PT0S\", \"outcome\": \"failed\", \"message\": \"%s\"}"
                .formatted(harm));
    open("&q=" + escaped("<img src=x"));
    assertThat(row(id)).containsText(harm);

    row(id).getByText("note: " + harm).click();

    assertThat(page.locator(".chosen-labels")).containsText("note: " + harm);
    assertThat(row(id)).isVisible();
    assertThat(page.locator("img")).hasCount(0);
    assertThat(page.evaluate("window.harm === undefined")).isEqualTo(true);
  }

  @Test
  void saysWhatCouldNotBeFetched() {
    submit(SHORT);
    page.route("**/api/jobs?*", route -> route.fulfill(new FulfillOptions().setStatus(503)));
    open("");
    assertThat(page.getByText("The list could not be fetched")).isVisible();
    page.unroute("**/api/jobs?*");
    button("Try again").click();
    assertThat(rows()).hasCount(1);

    page.route("**/api/jobs?*", route -> route.abort());
    button("Refresh").click();
    assertThat(page.getByText("This may be out of date.")).isVisible();
    assertThat(rows()).hasCount(1);
  }

  @Test
  void saysThatItIsNotLiveAndCatchesUp() {
    String id = submit(LONG);
    open("");
    assertThat(page.getByText("Live", exactly())).isVisible();
    assertThat(row(id).locator(".status")).hasText("Running");
    offline(true);
    assertThat(page.getByText("The connection is lost.")).isVisible();
    offline(false);
    assertThat(page.getByText("Live", exactly())).isVisible();

    button("Pause").click();
    assertThat(page.getByText("Paused", exactly())).isVisible();
    cancel(id);
    assertThat(row(id).locator(".status")).hasText("Running");
    button("Go on").click();
    assertThat(row(id).locator(".status")).hasText("Canceled");
  }

  /** News waits for a moment to be drawn; what is looked up meanwhile is newer. */
  @Test
  void whatWasToldBeforeAPauseIsNotDrawnOverWhatIsKnownAfterIt() {
    page.addInitScript(
        """
        window.heldFrames = [];
        const draw = window.requestAnimationFrame;
        window.requestAnimationFrame = (frame) => {
          if (!window.holdFrames) {
            return draw(frame);
          }
          document.documentElement.dataset.held = 'yes';
          return window.heldFrames.push(frame);
        };
        """);
    String id = submit(LONG);
    open("");
    assertThat(row(id).locator(".status")).hasText("Running");
    page.evaluate("window.holdFrames = true");
    assertThat(page.locator("html[data-held]")).isAttached();

    button("Pause").click();
    cancel(id);
    button("Go on").click();
    assertThat(row(id).locator(".status")).hasText("Canceled");
    page.evaluate("window.heldFrames.forEach((frame) => frame(performance.now()))");

    assertThat(row(id).locator(".status")).hasText("Canceled");
  }
}
