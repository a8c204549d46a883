package dev.accepted.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;

/** The page of one job, and what is on it. */
abstract class JobPages extends DeployedPages {

  protected final void open(String id) {
    page.navigate("/jobs/" + id);
    assertThat(page.locator("article.job[data-status]")).isVisible();
  }

  protected final Locator status() {
    return page.locator(".subject-line .status");
  }

  protected final Locator log() {
    return page.locator(".log-lines");
  }

  protected final Locator spans() {
    return page.locator(".spans > li");
  }

  protected final Locator told() {
    return page.locator("#exchange > [role=status]");
  }

  protected final Locator button(String name) {
    return page.getByRole(AriaRole.BUTTON, named(name));
  }

  protected static GetByRoleOptions named(String name) {
    return new GetByRoleOptions().setName(name).setExact(true);
  }
}
