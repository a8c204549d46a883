package dev.accepted.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.Route.FulfillOptions;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ResultsPageIT extends DeployedPages {

  @Test
  void canBeClosedAndOpenedAgainByAnotherVisitor() {
    String id = simulate("", "{\"duration\": \"PT10S\"}");
    page.navigate("/results/" + id);
    assertThat(heading()).hasText(Pattern.compile("In the queue|Under way"));

    arriveWith(new NewContextOptions());
    page.navigate("/results/" + id);
    assertThat(heading()).hasText("Ready");

    arriveWith(new NewContextOptions());
    page.navigate("/results/" + id);
    assertThat(heading()).hasText("Ready");
    assertThat(page.getByRole(AriaRole.LINK, named("Download"))).isVisible();
  }

  @Test
  void cancelsOnceTheVisitorAgrees() {
    page.navigate("/results/" + simulate("", "{\"duration\": \"PT5M\", \"steps\": 3000}"));
    button("Cancel").click();
    button("Keep it going").click();
    assertThat(heading()).hasText("Under way");

    button("Cancel").click();
    button("Cancel the job").click();
    assertThat(heading()).hasText("Canceled");
    assertThat(button("Cancel")).isHidden();
    assertThat(button("Try again")).isVisible();
  }

  @Test
  void worksByKeyboardAlone() {
    page.navigate("/submit/simulations");
    page.locator("form [data-member=duration] input").focus();
    page.keyboard().type("PT5M");
    page.keyboard().press("Enter");

    page.waitForURL(Pattern.compile("/results/"));
    tabTo(button("Cancel"));
    page.keyboard().press("Enter");
    assertThat(button("Keep it going")).isFocused();
    page.keyboard().press("Tab");
    page.keyboard().press("Enter");

    assertThat(heading()).hasText("Canceled");
    assertThat(heading()).isFocused();
  }

  @Test
  void keepsTheFocusWhileProgressGoesOn() {
    page.navigate("/results/" + simulate("", "{\"duration\": \"PT20S\", \"steps\": 100}"));
    assertThat(heading()).hasText("Under way");
    button("Cancel").focus();
    Locator bar = page.getByRole(AriaRole.PROGRESSBAR);
    assertThat(bar).hasAttribute("aria-valuenow", Pattern.compile("[5-9]|1[0-9]"));

    assertThat(button("Cancel")).isFocused();
  }

  @Test
  void tellsWhyAJobFailedAndTriesAgain() {
    String script =
        "{\"duration\": \"PT8S\", \"outcome\": \"failed\", \"message\": \"out of chalk\"}";
    page.navigate("/results/" + simulate("?maxAttempts=1", script));
    assertThat(heading()).hasText("Failed");
    assertThat(page.locator(".lead")).hasText("Out of chalk.");

    button("Try again").click();
    assertThat(heading()).hasText(Pattern.compile("In the queue|Under way"));
    assertThat(heading()).hasText("Failed");
  }

  @Test
  void removesAndThenKnowsNothing() {
    String id = simulate("", "{\"duration\": \"PT0S\"}");
    page.navigate("/results/" + id);
    assertThat(heading()).hasText("Ready");
    button("Remove").click();
    button("Remove it").click();
    assertThat(heading()).hasText("Removed");

    page.reload();
    assertThat(heading()).hasText("No job at this address");
  }

  @Test
  void saysThatAnIdIsUnknown() {
    page.navigate("/results/01933333-3333-7333-8333-333333333333");
    assertThat(heading()).hasText("No job at this address");
    assertThat(page).hasTitle(Pattern.compile("^No job"));
  }

  @Test
  void saysThatAJobHasExpiredAndHowItEnded() {
    page.route(
        "**/api/jobs/*/status",
        route ->
            route.fulfill(
                new FulfillOptions()
                    .setStatus(410)
                    .setContentType("application/problem+json")
                    .setBody(
                        """
                        {"type": "/problems/job-expired", "title": "The job has expired",
                         "outcome": "failed", "finishedAt": "2026-03-01T10:00:00.000Z",
                         "expiredAt": "2026-03-08T10:00:00.000Z"}
                        """)));
    page.navigate("/results/01933333-3333-7333-8333-333333333333");

    assertThat(heading()).hasText("This job has expired");
    assertThat(page.locator("main")).containsText("It failed on");
  }

  @Test
  void survivesALostConnection() {
    page.navigate("/results/" + simulate("", "{\"duration\": \"PT12S\", \"steps\": 60}"));
    assertThat(heading()).hasText("Under way");
    offline(true);
    assertThat(page.locator("main")).containsText("The connection is lost");
    offline(false);

    assertThat(heading()).hasText("Ready");
    assertThat(page.getByText("The connection is lost")).isHidden();
  }

  private void tabTo(Locator target) {
    assertThat(target).isVisible();
    for (int presses = 0; presses < 20 && !focused(target); presses++) {
      page.keyboard().press("Tab");
    }
    assertThat(target).isFocused();
  }

  private static boolean focused(Locator target) {
    return (boolean) target.evaluate("element => element === document.activeElement");
  }

  private Locator heading() {
    return page.locator("h1");
  }

  private Locator button(String name) {
    return page.getByRole(AriaRole.BUTTON, named(name).setExact(true));
  }

  private static GetByRoleOptions named(String name) {
    return new GetByRoleOptions().setName(name);
  }
}
