package dev.accepted.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The API is described, and requests are sent from its description, within the page's policy. */
class ReferencePageIT extends DeployedPages {

  private final List<String> complaints = new ArrayList<>();

  @BeforeEach
  void listen() {
    complaints.clear();
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error") || message.text().contains("Content Security")) {
            complaints.add(message.text());
          }
        });
  }

  @AfterEach
  void nothingWasBlocked() {
    assertThat(complaints).as("what the browser complained of").isEmpty();
  }

  @Test
  void aRequestIsTriedOut() {
    page.navigate("/reference");
    Locator operation = open("Discovery-listTypes");
    operation.getByRole(AriaRole.BUTTON, in("Execute")).click();

    assertThat(status(operation)).hasText("200");
    assertThat(operation.locator(".live-responses-table")).containsText("\"types\"");
    assertThat(page).hasURL(server() + "/reference#/Discovery/listTypes");
  }

  @Test
  void aJobIsSubmittedWithItsExampleAndNothingElse() {
    page.navigate("/reference");
    Locator operation = open("Submission-submit-simulation");

    Request sent =
        page.waitForRequest(
            request -> request.method().equals("POST"),
            () -> operation.getByRole(AriaRole.BUTTON, in("Execute")).click());

    assertThat(sent.headers()).doesNotContainKeys("prefer", "idempotency-key", "traceparent");
    assertThat(sent.postData()).contains("\"duration\"");
    assertThat(status(operation)).hasText("202");
  }

  @Test
  void aKeyThatIsEnteredIsSentAlong() {
    page.navigate("/reference");
    page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Authorize")).click();
    Locator key = page.locator(".auth-container").filter(hasText("X-Api-Key"));
    key.locator("input").fill("acc_one");
    key.locator("button[type=submit]").click();
    page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Close")).first().click();
    Locator operation = open("Discovery-listTypes");

    Request sent =
        page.waitForRequest(
            server() + "/api/types",
            () -> operation.getByRole(AriaRole.BUTTON, in("Execute")).click());

    assertThat(sent.headers()).containsEntry("x-api-key", "acc_one");
  }

  @Test
  void anAddressLeadsToOneRequest() {
    page.navigate("/reference#/Datasets/listRows");

    assertThat(page.locator("#operations-Datasets-listRows.is-open")).isVisible();
  }

  @Test
  void itsFilesAreServedAsOthersAre() {
    for (String file : List.of("swagger-ui-bundle.js", "swagger-ui.css")) {
      APIResponse answer = page.request().get(server() + "/webjars/swagger-ui/" + file);
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.headers())
          .containsKey("etag")
          .containsEntry("x-content-type-options", "nosniff");
      assertThat(answer.headers().get("content-type")).containsAnyOf("javascript", "text/css");
    }
  }

  @ParameterizedTest
  @CsvSource({"DARK, 360", "LIGHT, 1440"})
  void isAccessibleAndFits(ColorScheme scheme, int width) {
    arriveWith(new NewContextOptions().setColorScheme(scheme).setViewportSize(width, 740));
    page.navigate("/reference");
    Locator operation = open("Discovery-listTypes");
    operation.getByRole(AriaRole.BUTTON, in("Execute")).click();
    assertThat(status(operation)).hasText("200");

    assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(width);
    // Swagger UI has a main of its own within the page's, and a role takes that from it.
    assertThat(
            new AxeBuilder(page)
                .disableRules(List.of("aria-allowed-role"))
                .analyze()
                .getViolations())
        .isEmpty();
  }

  private Locator open(String id) {
    Locator operation = page.locator("#operations-" + id);
    operation.locator(".opblock-summary-control").click();
    return operation;
  }

  private static Locator status(Locator operation) {
    return operation.locator(".live-responses-table tbody .response-col_status");
  }

  private static Locator.FilterOptions hasText(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }

  private static Locator.GetByRoleOptions in(String name) {
    return new Locator.GetByRoleOptions().setName(name);
  }
}
