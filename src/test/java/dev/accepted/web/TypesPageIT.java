package dev.accepted.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What each type of job takes, how busy it is, and that it is paused. */
class TypesPageIT extends DeployedPages {

  private static final String RESUME = "/api/types/video/resume";

  /** No other test needs films while they are paused here. */
  @AfterEach
  void goOn() {
    assertThat(page.request().post(server() + RESUME).status()).isEqualTo(200);
  }

  @Test
  void leadsToTheFormAndToTheJobs() {
    page.navigate("/types");
    assertThat(type("Simulation").getByRole(AriaRole.LINK, in("Its jobs")))
        .hasAttribute("href", "/jobs?type=simulation");

    type("Simulation").getByRole(AriaRole.LINK, in("Start one")).click();
    assertThat(page).hasURL(server() + "/submit/simulations");
  }

  @Test
  void tellsHowBusyItIs() {
    String running = simulate("?label=page:types", "{\"duration\": \"PT60S\"}");
    page.navigate("/types");

    assertThat(fact("Simulation", "Running")).hasText(Pattern.compile("[1-9][0-9]* of [0-9]+"));
    assertThat(page.request().post(server() + "/api/jobs/" + running + "/cancel").status())
        .isEqualTo(202);
  }

  @Test
  void othersSeeByThemselvesThatItIsPaused() {
    page.clock().install();
    page.navigate("/types");
    assertThat(type("Video conversion").locator(".status")).hasText("Available");
    button("Pause").focus();
    assertThat(page.request().post(server() + "/api/types/video/pause").status()).isEqualTo(200);

    page.clock().fastForward(31_000);

    assertThat(type("Video conversion").locator(".status")).hasText("Paused");
    assertThat(button("Resume")).isFocused();
  }

  @Test
  void isPausedAndResumed() {
    page.navigate("/types");
    button("Pause").click();
    assertThat(type("Video conversion").locator(".kind-state")).containsText("Jobs are accepted");
    page.reload();
    assertThat(type("Video conversion").locator(".status")).hasText("Paused");

    button("Resume").click();
    assertThat(type("Video conversion").locator(".status")).hasText("Available");
    assertThat(button("Pause")).isVisible();
  }

  @Test
  void itsExampleIsCopied() {
    arriveWith(
        new NewContextOptions().setPermissions(List.of("clipboard-read", "clipboard-write")));
    page.navigate("/types");
    type("Import").locator("summary").click();
    type("Import").getByRole(AriaRole.BUTTON, in("Copy")).click();

    assertThat(type("Import").getByRole(AriaRole.BUTTON, in("Copied"))).isVisible();
    assertThat((String) page.evaluate("navigator.clipboard.readText()"))
        .contains("\"dataset\"")
        .isEqualTo(type("Import").locator("pre").textContent());
  }

  private Locator type(String title) {
    return page.getByRole(AriaRole.ARTICLE, new GetByRoleOptions().setName(title));
  }

  private Locator fact(String title, String name) {
    return type(title).locator("dl.wide > div").filter(hasText(name)).locator("dd");
  }

  private Locator button(String words) {
    return type("Video conversion").getByRole(AriaRole.BUTTON, in(words));
  }

  private static Locator.FilterOptions hasText(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }

  private static Locator.GetByRoleOptions in(String name) {
    return new Locator.GetByRoleOptions().setName(name);
  }
}
