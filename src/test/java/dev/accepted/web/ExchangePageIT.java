package dev.accepted.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import dev.accepted.http.Answer;
import dev.accepted.http.Api;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A job as its HTTP client sees it. */
class ExchangePageIT extends JobPages {

  private final Api api = new Api();

  @Test
  void theExchangeIsWhatAClientSees() {
    String id = simulate("", "{\"duration\": \"PT5M\", \"steps\": 1}");
    open(id);
    assertThat(status()).hasText("Running");
    button("Ask again").click();
    assertThat(told()).hasText("Answered 200 OK.");
    assertThat(answer()).containsText("HTTP/1.1 200 OK");
    assertThat(answer()).containsText("Retry-After: ");
    assertThat(answer()).containsText("\"status\": \"running\"");
    assertThat(page.locator(".meanings")).containsText("Ask again in");
    button("Cancel").click();
    button("Cancel the job").click();
    assertThat(page.locator("#exchange")).containsText("The job has changed since");

    button("Ask again").click();
    assertThat(answer()).containsText("\"status\": \"canceled\"");
    assertThat(answer()).not().containsText("Retry-After");
    button("Ask only for what is new (If-None-Match)").click();
    assertThat(answer()).containsText("HTTP/1.1 304 Not Modified");
    assertThat(request()).containsText("If-None-Match: \"");
    assertThat(told()).hasText("Answered 304 Not Modified.");
  }

  @Test
  void itsAddressesSayWhatWorksNow() {
    String id = simulate("", "{\"duration\": \"PT0S\"}");
    open(id);
    assertThat(status()).hasText("Succeeded");
    page.getByText("All its addresses").click();

    Locator addresses = page.locator(".addresses");
    assertThat(addresses).containsText(server() + "/api/jobs/" + id + "/result");
    assertThat(addresses.locator("li", containing("/cancel"))).containsText("without effect");
    assertThat(addresses.locator("li", containing("/retry"))).containsText("409 Conflict");
  }

  @Test
  void tabsWorkByKeyboardAndStayInTheAddress() {
    open(simulate("", "{\"duration\": \"PT0S\"}"));
    tab("curl").focus();
    page.keyboard().press("ArrowRight");
    page.keyboard().press("ArrowRight");
    assertThat(tab("Java")).isFocused();
    assertThat(page.getByRole(AriaRole.TABPANEL)).hasCount(1);
    assertThat(page.getByRole(AriaRole.TABPANEL)).containsText("public class FollowJob");
    page.keyboard().press("End");
    assertThat(tab("Python")).hasAttribute("aria-selected", "true");
    page.keyboard().press("ArrowRight");
    assertThat(tab("curl")).isFocused();
    page.keyboard().press("ArrowLeft");

    page.reload();
    assertThat(tab("Python")).hasAttribute("aria-selected", "true");
    assertThat(tab("curl")).hasAttribute("tabindex", "-1");
  }

  @Test
  void theVeryAnswerToTheSubmissionIsShown() {
    Answer accepted =
        api.postJson(
            "/api/simulations",
            "{\"duration\": \"PT5M\", \"steps\": 1}",
            "Prefer",
            "respond-async",
            "User-Agent",
            "curl/8.5.0");
    open(accepted.text("id"));

    assertThat(submission()).containsText("HTTP/1.1 202 Accepted");
    for (String name :
        List.of("Location", "Operation-Location", "Retry-After", "Link", "Preference-Applied")) {
      assertThat(submission()).containsText(name + ": " + accepted.header(name));
    }
    assertThat(record()).containsText("To POST /api/simulations, by curl");
    assertThat(page.getByRole(AriaRole.BUTTON, named("Copy the answer to the submission")))
        .isVisible();
    api.post("/api/jobs/" + accepted.text("id") + "/cancel");
  }

  @Test
  void pollsAppearByThemselvesWithHowTheirClientsCameBack() {
    String id = simulate("", "{\"duration\": \"PT5M\", \"steps\": 1}");
    open(id);
    Locator polls = page.locator(".polls-recent tbody tr");
    assertThat(record()).containsText("Polls");
    String monitor = "/api/jobs/" + id;
    api.get(monitor, "User-Agent", "curl/8.5.0");
    Answer second = api.get(monitor, "User-Agent", "curl/8.5.0");
    api.get(monitor + "/result", "User-Agent", "python-requests/2");

    Locator early = polls.filter(new Locator.FilterOptions().setHasText("Early, after"));
    assertThat(early).hasCount(1);
    assertThat(early).containsText("curl");
    assertThat(early).containsText("200 OK");
    assertThat(early).containsText(second.header("Retry-After") + " s");
    assertThat(polls.filter(new Locator.FilterOptions().setHasText("409 Conflict")))
        .containsText("Python");
    assertThat(page.locator(".polls-total")).containsText("1 early");
    assertThat(page.locator(".polls-total")).containsText("curl");

    api.post(monitor + "/cancel");
    assertThat(status()).hasText("Canceled");
    api.get(monitor, "User-Agent", "Go-http-client/1.1");
    assertThat(polls.filter(new Locator.FilterOptions().setHasText("Go"))).containsText("none");
  }

  @Test
  void noPollsAreOwnedUpTo() {
    String id = simulate("", "{\"duration\": \"PT0S\"}");
    // As if the node had been started since.
    page.route(
        "**/exchange",
        route ->
            route.fulfill(
                new Route.FulfillOptions()
                    .setContentType("application/json")
                    .setBody(
                        """
                        {"node": "web-2", "since": "2026-11-21T20:41:07.123Z",
                         "submission": {"observed": false, "at": "2026-11-21T20:40:07.123Z", "method": "POST",
                           "status": 202, "headers": {"Location": "http://localhost/api/jobs/1"}, "repeated": 2},
                         "polls": {"total": 0, "early": 0, "clients": 0, "byStatus": {}, "byKind": {}, "byStyle": {}, "recent": []}}
                        """)));
    open(id);

    assertThat(record()).containsText("The node web-2 has seen no polls since");
    assertThat(record()).containsText("The node web-2 didn’t give that answer itself");
    assertThat(record()).containsText("came again 2 times");
    assertThat(submission()).not().containsText("Retry-After");
    assertThat(page.locator(".polls-recent")).isHidden();
  }

  private Locator record() {
    return page.locator("#exchange-record");
  }

  private Locator submission() {
    return page.getByRole(AriaRole.REGION, named("The answer to the submission"));
  }

  private Locator request() {
    return page.getByRole(AriaRole.REGION, named("The request"));
  }

  private Locator answer() {
    return page.getByRole(AriaRole.REGION, named("The answer"));
  }

  private Locator tab(String name) {
    return page.getByRole(AriaRole.TAB, named(name));
  }

  private static Locator.LocatorOptions containing(String text) {
    return new Locator.LocatorOptions().setHasText(text);
  }
}
