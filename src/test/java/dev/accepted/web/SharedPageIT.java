package dev.accepted.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.RequestOptions;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A page that is opened by a link, by somebody who has nothing else. */
class SharedPageIT extends DeployedPages {

  private static final String API = "/api/jobs/";

  /** What the pages ask the API for; each has the link's token, or is about no job. */
  private List<String> asked() {
    List<String> asked = new CopyOnWriteArrayList<>();
    page.onRequest(request -> note(request, asked));
    return asked;
  }

  private static void note(Request request, List<String> asked) {
    if (request.url().contains(API)) {
      asked.add(request.method() + ' ' + request.url().replaceAll(".*" + API, ""));
    }
  }

  private String shared(String id) {
    page.navigate("/results/" + id);
    button("Share").click();
    Locator field = page.getByLabel("Link to this page");
    assertThat(field).isFocused();
    return field.inputValue();
  }

  @Test
  void aResultThatWasSharedIsShown() {
    String id = simulate("", "{\"duration\": \"PT0S\", \"message\": \"chalk and cheese\"}");
    page.navigate("/results/" + id);
    assertThat(heading()).hasText("Ready");
    String link = shared(id);
    assertThat(page.locator(".share")).containsText("sees the result");
    assertThat(link).matches(server() + "/results/" + id + "\\?access=[A-Za-z0-9_-]{52}");

    arriveWith(new NewContextOptions());
    List<String> asked = asked();
    page.navigate(link);
    assertThat(heading()).hasText("Ready");
    assertThat(page.getByRole(AriaRole.LINK, named("Download"))).isVisible();
    assertThat(page.getByRole(AriaRole.BUTTON)).hasCount(0);
    assertThat(page).hasTitle("Result · Accepted");
    assertThat(asked).isNotEmpty().allMatch(request -> request.contains("?access="));
  }

  @Test
  void aJobThatWasSharedIsFollowedToItsResult() {
    String id = simulate("", "{\"duration\": \"PT10S\", \"steps\": 20}");
    String link = shared(id);
    assertThat(page.locator(".share")).containsText("sees the job");

    arriveWith(new NewContextOptions());
    List<String> asked = asked();
    page.navigate(link);
    assertThat(heading()).hasText(Pattern.compile("In the queue|Under way"));
    assertThat(button("Cancel")).isHidden();
    assertThat(button("Share")).isHidden();
    assertThat(heading()).hasText("Ready");
    assertThat(page.getByRole(AriaRole.LINK, named("Download"))).isVisible();
    assertThat(button("Remove")).isHidden();
    assertThat(asked).anyMatch(request -> request.contains("/events?access="));
    assertThat(asked).allMatch(request -> request.contains("?access="));
  }

  @Test
  void oneThatIsNotReadyIsWaitedFor() {
    String id = simulate("", "{\"duration\": \"PT10S\", \"steps\": 20}");
    String link = api(id, "{\"to\": \"result\"}");

    page.navigate(link);
    assertThat(heading()).hasText("Not ready yet");
    assertThat(heading()).hasText("Ready");
    assertThat(page.getByRole(AriaRole.LINK, named("Download"))).isVisible();
  }

  private String api(String id, String body) {
    return page.request()
        .post(
            API + id + "/links",
            RequestOptions.create().setHeader("Content-Type", "application/json").setData(body))
        .text()
        .replaceAll(".*\"page\":\"([^\"]*)\".*", "$1");
  }

  @Test
  void aLinkThatWasCutIsSaidToBe() {
    String id = simulate("", "{\"duration\": \"PT0S\"}");
    String link = api(id, "{}");

    page.navigate(link.substring(0, link.length() - 1));
    assertThat(heading()).hasText("This link doesn’t count");
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
