package dev.accepted.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.Route.FulfillOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.KeyboardModifier;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Choosing jobs in the list, and doing things with several at once. */
class JobsInBulkIT extends JobListPage {

  @Test
  void cancelsSeveralOnceTheVisitorAgrees() {
    String refused = submit(LONG);
    submit(LONG);
    String done = submit(SHORT);
    open("");
    assertThat(row(done).locator(".status")).hasText("Succeeded");
    page.route(
        "**/api/jobs/" + refused + "/cancel",
        route ->
            route.fulfill(
                new FulfillOptions()
                    .setStatus(409)
                    .setContentType("application/problem+json")
                    .setBody("{\"title\": \"No\", \"detail\": \"It is out of reach.\"}")));
    page.getByLabel("All on this page").check();
    button("Cancel 2").click();
    button("Keep them going").click();
    assertThat(row(refused).locator(".status")).hasText("Running");

    button("Cancel 2").click();
    button("Cancel 2 jobs").click();

    assertThat(page.getByText("1 job canceled.")).isVisible();
    assertThat(
            page.getByText(
                "1 job could not be canceled, and stays selected. It is out of reach.", exactly()))
        .isVisible();
    assertThat(row(refused).locator("input")).isChecked();
  }

  @Test
  void removesSeveralAndTriesOthersAgain() {
    String failed = submit(FAILING);
    submit(SHORT);
    submit(SHORT);
    open("&status=succeeded&status=failed");
    assertThat(rows()).hasCount(3);
    row(failed).locator("input").check();
    button("Try again 1").click();
    button("Try this job again").click();
    assertThat(page.getByText("1 job handed in again.")).isVisible();
    assertThat(row(failed).getByText("Attempt 2 of 2")).isVisible();

    page.getByLabel("All on this page").check();
    button("Remove 3").click();
    button("Remove 3 jobs").click();

    assertThat(page.getByText("3 jobs removed.")).isVisible();
    assertThat(page.getByRole(AriaRole.HEADING, named("No job fits"))).isVisible();
    page.reload();
    assertThat(page.getByRole(AriaRole.HEADING, named("No job fits"))).isVisible();
  }

  @Test
  void severalAreDoneFourAtATimeAndCanBeStopped() {
    IntStream.range(0, 6).forEach(each -> submit(SHORT));
    open("");
    List<Route> held = new ArrayList<>();
    page.route(
        Pattern.compile("/api/jobs/[^/?]+$"),
        route -> {
          if (route.request().method().equals("DELETE")) {
            held.add(route);
          } else {
            route.resume();
          }
        });
    page.getByLabel("All on this page").check();
    button("Remove 6").click();
    button("Remove 6 jobs").click();
    page.waitForCondition(() -> held.size() == 4);
    assertThat(page.getByText("Removing: 0 of 6")).isVisible();

    button("Stop").click();
    held.forEach(Route::resume);

    assertThat(page.getByText("Stopped: 4 of 6 jobs removed.")).isVisible();
    assertThat(rows()).hasCount(2);
    assertThat(held).hasSize(4);
  }

  @Test
  void isWalkedByKeys() {
    String third = submit(SHORT);
    String second = submit(SHORT);
    String first = submit(SHORT);
    open("");
    assertThat(rows()).hasCount(3);
    press("j", "j", "k");
    assertThat(row(first).getByRole(AriaRole.LINK)).isFocused();
    press("x", "j", "j", "X");
    assertThat(page.getByText("3 selected")).isVisible();
    press("k", "x");
    assertThat(page.getByText("2 selected")).isVisible();
    assertThat(row(second).locator("input")).not().isChecked();

    press("/", "j", "x");
    assertThat(page.getByLabel("Search")).hasValue("jx");
    page.getByLabel("Search").fill("");
    assertThat(page).not().hasURL(Pattern.compile("[?&]q="));
    assertThat(rows()).hasCount(3);
    button("Refresh").focus();
    press("?");
    assertThat(page.getByRole(AriaRole.DIALOG)).containsText("Next job");
    press("Escape");

    press("j", "j", "j", "Enter");
    page.waitForURL("**/jobs/" + third);
    page.goBack();
    assertThat(row(third).getByRole(AriaRole.LINK)).isFocused();
  }

  @Test
  void keysCanBeSwitchedOff() {
    submit(SHORT);
    open("");
    assertThat(rows()).hasCount(1);
    press("?");
    page.getByLabel("Use these keys").uncheck();
    button("Close").click();
    press("j");
    assertThat(rows().getByRole(AriaRole.LINK)).not().isFocused();
    page.reload();
    assertThat(rows()).hasCount(1);
    press("/");
    assertThat(page.getByLabel("Search")).not().isFocused();
  }

  @Test
  void choosesRangesByShift() {
    IntStream.range(0, 5).forEach(each -> submit(SHORT));
    open("");
    assertThat(rows()).hasCount(5);
    rows().nth(1).locator("input").click();
    rows()
        .nth(3)
        .locator("input")
        .click(new Locator.ClickOptions().setModifiers(List.of(KeyboardModifier.SHIFT)));

    assertThat(page.getByText("3 selected")).isVisible();
    button("Unselect").click();
    assertThat(page.locator("tbody input:checked")).hasCount(0);
  }

  @ParameterizedTest
  @EnumSource(names = {"LIGHT", "DARK"})
  void isAccessibleInUse(ColorScheme scheme) {
    arriveWith(new NewContextOptions().setColorScheme(scheme).setViewportSize(360, 740));
    String left = submit(LONG);
    String gone = submit(LONG);
    String stays = submit(LONG);
    open("&status=running");
    assertThat(rows()).hasCount(3);
    row(stays).locator("input").check();
    cancel(left);
    assertThat(page.request().delete("/api/jobs/" + gone).ok()).isTrue();
    assertThat(row(left).locator(".status")).hasText("Canceled");
    assertThat(row(gone).locator(".status")).hasText("Removed");
    submit(LONG);
    assertThat(button("1 new job")).isVisible();
    assertAccessible();

    button("Keyboard").click();
    assertAccessible();
    button("Close").click();
    button("Save this filter").click();
    assertAccessible();
  }

  private void assertAccessible() {
    assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(360);
    assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
  }
}
