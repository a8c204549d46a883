package dev.accepted.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The status codes, found, explained and tried. */
class SimulatorPageIT extends DeployedPages {

  private static final Pattern TEAPOT = Pattern.compile("code=418$");

  private Locator search() {
    return page.getByRole(AriaRole.SEARCHBOX);
  }

  private Locator cards() {
    return page.locator(".status-card:visible");
  }

  private Locator answer() {
    return page.getByRole(AriaRole.REGION, new GetByRoleOptions().setName("The answer"));
  }

  private Locator send() {
    return page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Send it"));
  }

  private void open(String code) {
    page.navigate("/simulator?code=" + code);
    assertThat(page.locator("h1")).containsText(code);
  }

  @Test
  void aSearchNarrowsThemAndStaysInTheAddress() {
    page.navigate("/simulator");
    assertThat(cards()).hasCount(63);
    search().fill("retry-after");
    assertThat(cards()).hasCount(4);
    assertThat(page.getByText("4 status codes found.")).isVisible();
    assertThat(page).hasURL(Pattern.compile("q=retry-after$"));
    page.reload();
    assertThat(search()).hasValue("retry-after");
    assertThat(cards()).hasCount(4);
    search().fill("nothing like that");
    assertThat(cards()).hasCount(0);
    assertThat(page.getByText("No status code is like that.")).isVisible();
  }

  @Test
  void theKeyboardLeadsFromTheSearchToACode() {
    page.navigate("/simulator");
    search().focus();
    page.keyboard().type("404");
    page.keyboard().press("Enter");
    assertThat(page).hasURL(Pattern.compile("/simulator\\?code=404$"));
    assertThat(page.locator("h1")).hasText("404 Not Found");
    page.locator("select[name=method]").focus();
    for (int i = 0; i < 4; i++) {
      page.keyboard().press("Tab");
    }
    assertThat(send()).isFocused();
    page.keyboard().press("Enter");
    assertThat(answer()).containsText("HTTP/1.1 404");
    page.getByRole(AriaRole.TAB, new GetByRoleOptions().setName("JAX-RS")).focus();
    page.keyboard().press("End");
    assertThat(page.locator("#panel-aspnet")).containsText("404");
    assertThat(page).hasURL(Pattern.compile("in=aspnet"));
  }

  @Test
  void aCodeIsReallyTried() {
    open("503");
    page.getByLabel("Another header").fill("Retry-After: 77");
    page.getByLabel("Another body").fill("{\"soon\":true}");
    page.getByLabel("Wait, in milliseconds").fill("300");
    page.locator("select[name=method]").selectOption("PUT");
    assertThat(
            page.getByRole(AriaRole.REGION, new GetByRoleOptions().setName("The same with curl")))
        .containsText("-X PUT 'http");
    send().click();
    assertThat(answer()).containsText("HTTP/1.1 503 Service Unavailable");
    assertThat(answer()).containsText("Retry-After: 77");
    assertThat(answer()).containsText("\"soon\": true");
    assertThat(page.getByRole(AriaRole.REGION, new GetByRoleOptions().setName("The request")))
        .containsText("PUT /api/status/503?sleep=300");
  }

  @Test
  void whatTheBrowserKeepsToItselfIsSaid() {
    for (String code : new String[] {"302", "407"}) {
      open(code);
      send().click();
      assertThat(answer()).containsText("HTTP/1.1 " + code);
      assertThat(page.getByText("the curl command shows the real one")).isVisible();
    }
    open("304");
    send().click();
    assertThat(answer()).containsText("HTTP/1.1 304");
    assertThat(answer()).containsText("ETag: \"simulated\"");
  }

  @Test
  void eachHasAnAddress() {
    page.navigate("/simulator#418");
    assertThat(page).hasURL(TEAPOT);
    assertThat(page.locator("h1")).hasText("418 (Unused)");
    open("103");
    assertThat(page.getByText("The simulator doesn’t send it")).isVisible();
    assertThat(send()).hasCount(0);
    page.navigate("/simulator?code=299");
    assertThat(page.locator("h1")).hasText("No such status code");
    page.navigate("/simulator?code=%3Cimg%20src=x%3E");
    assertThat(page.locator("h1")).hasText("No such status code");
    assertThat(page.locator("main img")).hasCount(0);
  }
}
