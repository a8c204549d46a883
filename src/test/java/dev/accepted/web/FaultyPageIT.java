package dev.accepted.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.Page.GetByTextOptions;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Faults, found, chosen and tried; on a page of their own, and in a simulation's form. */
class FaultyPageIT extends DeployedPages {

  private Locator faults() {
    return page.locator(".fault:visible");
  }

  private Locator box(String fault) {
    return page.locator("#fault-" + fault);
  }

  private Locator region(String name) {
    return page.getByRole(AriaRole.REGION, new GetByRoleOptions().setName(name));
  }

  private void press(String name) {
    page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(name)).click();
  }

  @Test
  void theFaultsAreFoundFromTheStatusCodes() {
    page.navigate("/simulator");
    page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName("Faulty on purpose")).click();
    assertThat(page.locator("h1")).hasText("Faulty on purpose");
    assertThat(page.getByText("Choose one or more.")).isVisible();
    assertThat(region("The base URL")).hasCount(0);
    page.getByRole(AriaRole.SEARCHBOX).fill("retry-after monitor");
    assertThat(page.getByText(Pattern.compile("^[0-9]+ faults found\\.$"))).isVisible();
    assertThat(box("retry-after-zero")).isVisible();
    assertThat(box("redirect-loop")).not().isVisible();
    page.getByRole(AriaRole.SEARCHBOX).fill("nothing like that");
    assertThat(faults()).hasCount(0);
    assertThat(page.getByText("No fault is like that.")).isVisible();
  }

  @Test
  void whatIsChosenStandsInTheBaseUrlAndInTheAddress() {
    page.navigate("/simulator?faulty");
    box("retry-after-missing").focus();
    page.keyboard().press("Space");
    box("redirect-302").check();
    assertThat(region("The base URL")).containsText("/api/faulty/retry-after-missing+redirect-302");
    assertThat(region("The curl command")).containsText("curl -i 'http");
    page.reload();
    assertThat(box("redirect-302")).isChecked();
    assertThat(page.getByText("2 faults chosen: retry-after-missing, redirect-302.")).isVisible();
    box("redirect-302").uncheck();
    box("retry-after-missing").uncheck();
    assertThat(region("The base URL")).hasCount(0);
    page.reload();
    assertThat(page.locator("h1")).hasText("Faulty on purpose");
  }

  @Test
  void aFaultIsReallyTried() {
    page.navigate("/simulator?faulty=accepted-retry-after-missing+status-member-made-up");
    press("Submit a simulation");
    assertThat(region("Exchange 1")).containsText("HTTP/1.1 202");
    assertThat(region("Exchange 1")).not().containsText("Retry-After:");
    press("Look at its monitor");
    assertThat(region("Exchange 2")).containsText("\"status\": \"brewing\"");
  }

  @Test
  void aFaultThatHidesTheMonitorIsSaid() {
    page.navigate("/simulator?faulty=monitor-unnamed");
    press("Submit a simulation");
    assertThat(page.getByText("Nothing in this answer says where the monitor is.")).isVisible();
    assertThat(page.getByText("Look at its monitor")).not().isVisible();
  }

  @Test
  void theFormOfASimulationHasThemToo() {
    page.navigate("/submit/simulations");
    page.getByText("Choose", new GetByTextOptions().setExact(true)).click();
    page.locator(".picks").getByRole(AriaRole.SEARCHBOX).fill("302");
    page.getByLabel("redirect-302").check();
    assertThat(page.locator(".picks").getByRole(AriaRole.STATUS)).hasText("redirect-302");
  }
}
