package dev.accepted.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route.FulfillOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class FormIT extends DeployedPages {

  private static final Pattern RESULTS_PAGE = Pattern.compile("/results/[0-9a-f-]{36}$");

  @Test
  void leadsFromTheStartPageToTheResult() {
    page.navigate("/");
    page.locator("a[href='/submit/simulations']").click();
    member("duration").locator("input").fill("PT10S");
    start().click();

    page.waitForURL(RESULTS_PAGE);
    assertThat(heading()).hasText("Under way");
    Locator bar = page.getByRole(AriaRole.PROGRESSBAR);
    assertThat(bar).hasAttribute("aria-valuenow", Pattern.compile("[1-9][0-9]?"));
    assertThat(page).hasTitle(Pattern.compile("^[0-9]+ % · "));

    assertThat(heading()).hasText("Ready");
    assertThat(page).hasTitle(Pattern.compile("^Ready · "));
    assertThat(page.getByRole(AriaRole.LINK, named("Download"))).isVisible();
  }

  @Test
  void fillsInAnExampleThatTheServerTakes() {
    page.navigate("/submit/simulations");
    page.getByRole(AriaRole.BUTTON, named("Fill in the example")).click();
    start().click();

    page.waitForURL(RESULTS_PAGE);
  }

  @Test
  void tellsWhatIsMissingBesideItsField() {
    page.navigate("/submit/simulations");
    start().click();

    Locator duration = member("duration").locator("input");
    assertThat(duration).hasAttribute("aria-invalid", "true");
    assertThat(duration).hasAccessibleDescription(Pattern.compile("Fill this in"));
    page.getByRole(AriaRole.ALERT).getByRole(AriaRole.LINK).click();
    assertThat(duration).isFocused();
    duration.fill("PT1S");
    assertThat(duration).not().hasAttribute("aria-invalid", "true");
  }

  @Test
  void putsTheServersErrorsBesideTheirFields() {
    page.route(
        "**/api/reports",
        route ->
            route.fulfill(
                new FulfillOptions()
                    .setStatus(422)
                    .setContentType("application/problem+json")
                    .setBody(
                        """
                        {"type": "/problems/invalid-input", "title": "The input does not fit",
                         "errors": [{"pointer": "/filters/0/column", "detail": "No such column."},
                                    {"pointer": "/columns/1", "detail": "Twice."}]}
                        """)));
    page.navigate("/submit/reports");
    page.getByRole(AriaRole.BUTTON, named("Fill in the example")).click();
    if (member("filters").locator("input").count() == 0) {
      member("filters").getByRole(AriaRole.BUTTON).click();
    }
    member("filters").locator("[data-member=column] input").first().fill("carier");
    member("filters").locator("select").first().selectOption("isNull");
    start().click();

    assertThat(member("filters").locator("[data-member=column] input").first())
        .hasAccessibleDescription(Pattern.compile("No such column"));
    assertThat(page.locator("form > [data-member=columns] textarea"))
        .hasAccessibleDescription(Pattern.compile("Line 2: Twice"));
  }

  @Test
  void submitsOnceHoweverOftenItIsClicked() {
    List<String> keys = rememberKeys();
    page.navigate("/submit/simulations");
    member("duration").locator("input").fill("PT1S");
    start().dblclick();

    page.waitForURL(RESULTS_PAGE);
    assertThat(keys).hasSize(1);
  }

  @Test
  void sendsTheSameKeyAgainAfterTheConnectionFailed() {
    List<String> keys = rememberKeys();
    page.navigate("/submit/simulations");
    member("duration").locator("input").fill("PT1S");
    offline(true);
    start().click();
    assertThat(page.getByRole(AriaRole.ALERT)).containsText("can’t be reached");
    offline(false);
    start().click();

    page.waitForURL(RESULTS_PAGE);
    assertThat(keys).hasSize(2).allMatch(key -> key.matches("\"[0-9a-f]{32}\""));
    assertThat(keys.get(1)).isEqualTo(keys.get(0));
  }

  @Test
  void uploadsAFileAndShowsWhatBecameOfIt() {
    page.navigate("/submit/imports");
    member("dataset").locator("input").fill("from_the_form");
    page.locator("input[type=file]")
        .setInputFiles(
            new FilePayload(
                "ports.csv", "text/csv", "a,b\n1,2\n3,4\n".getBytes(StandardCharsets.UTF_8)));
    assertThat(page.getByText("ports.csv (12 bytes)")).isVisible();
    start().click();

    page.waitForURL(RESULTS_PAGE);
    assertThat(heading()).hasText("Ready");
    assertThat(page.getByRole(AriaRole.DEFINITION).getByText("from_the_form")).isVisible();
  }

  private List<String> rememberKeys() {
    List<String> keys = new ArrayList<>();
    page.onRequest(
        (Request request) -> {
          if (request.method().equals("POST")) {
            keys.add(request.headers().getOrDefault("idempotency-key", "none"));
          }
        });
    return keys;
  }

  private Locator member(String name) {
    return page.locator("form > [data-member=%s]".formatted(name));
  }

  private Locator start() {
    return page.locator("form button[type=submit]");
  }

  private Locator heading() {
    return page.locator("h1");
  }

  private static GetByRoleOptions named(String name) {
    return new GetByRoleOptions().setName(name);
  }
}
