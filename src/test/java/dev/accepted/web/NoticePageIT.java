package dev.accepted.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A browser that tells its visitor when a job has finished. */
class NoticePageIT extends DeployedPages {

  /** The browser's own, which asks nobody: what it is told to answer stands in the address. */
  private static final String NOTIFICATIONS =
      """
      window.told = [];
      window.asked = 0;
      window.focused = 0;
      window.focus = () => { window.focused += 1; };
      window.Notification = class {
        static permission = location.search.includes('denied') ? 'denied' : 'default';
        static async requestPermission() {
          window.asked += 1;
          return (Notification.permission = location.search.includes('refuses') ? 'denied' : 'granted');
        }
        constructor(title, options) {
          if (Notification.permission === 'granted') {
            window.told.push(title);
            window.last = this;
          }
        }
        close() { window.shut = true; }
      };
      let hidden = false;
      Object.defineProperty(document, 'hidden', { get: () => hidden });
      window.hidePage = () => { hidden = true; document.dispatchEvent(new Event('visibilitychange')); };
      """;

  @Test
  void tellsWhoLooksAtSomethingElseThatTheJobIsDone() {
    List<String> asked = Collections.synchronizedList(new ArrayList<>());
    page.onRequest(request -> asked.add(request.url().replaceAll(".*/", "")));
    open(simulate("", "{\"duration\": \"PT22S\", \"steps\": 44}"), "");
    assertThat(page.evaluate("asked")).isEqualTo(0);
    button().click();
    assertThat(words()).containsText("Your browser will tell you when it is done");
    assertThat(page.evaluate("asked")).isEqualTo(1);
    page.evaluate("hidePage()");

    page.waitForCondition(
        () -> page.evaluate("told.length").equals(1),
        new Page.WaitForConditionOptions().setTimeout(60_000));
    assertThat((String) page.evaluate("told[0]")).startsWith("Ready: ");
    assertThat(asked.subList(asked.indexOf("events"), asked.size()))
        .as("polls once the page was hidden, and no other stream")
        .contains("status")
        .containsOnlyOnce("events");
    assertThat(button()).isHidden();
    page.evaluate("last.onclick()");
    assertThat(page.evaluate("[focused, shut]")).isEqualTo(List.of(1, true));
  }

  @Test
  void thePageWithAllOfAJobTellsToo() {
    List<String> asked = Collections.synchronizedList(new ArrayList<>());
    page.onRequest(request -> asked.add(request.url().replaceAll(".*/", "")));
    page.addInitScript(NOTIFICATIONS);
    page.navigate("/jobs/" + simulate("", "{\"duration\": \"PT25S\", \"steps\": 5}"));
    button().click();
    assertThat(words()).containsText("Your browser will tell you when it is done");
    page.evaluate("hidePage()");
    int hidden = asked.size();

    page.waitForCondition(
        () -> page.evaluate("told.length").equals(1),
        new Page.WaitForConditionOptions().setTimeout(60_000));
    assertThat((String) page.evaluate("told[0]")).startsWith("Ready: ");
    assertThat(asked.subList(hidden, asked.size())).contains("status").doesNotContain("events");
    assertThat(button()).isHidden();
  }

  @Test
  void tellsThatItFailed() {
    open(
        simulate(
            "?maxAttempts=1",
            "{\"duration\": \"PT15S\", \"outcome\": \"failed\", \"message\": \"no\"}"),
        "");
    button().click();

    page.waitForCondition(() -> page.evaluate("told.length").equals(1));
    assertThat((String) page.evaluate("told[0]")).startsWith("Failed: ");
  }

  @Test
  void whoHasChangedTheirMindIsNotTold() {
    open(simulate("", "{\"duration\": \"PT10S\"}"), "");
    button().click();
    page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Don’t tell me")).click();
    assertThat(words()).isHidden();

    assertThat(page.locator("h1")).hasText("Ready");
    assertThat(page.evaluate("told.length")).isEqualTo(0);
  }

  @Test
  void aBrowserThatMayNotIsSaidNotTo() {
    open(simulate("", "{\"duration\": \"PT1M\"}"), "?refuses");
    button().click();
    assertThat(words()).containsText("doesn’t let this page tell you");
    assertThat(button()).isHidden();
    assertThat(page.locator("h1")).isFocused();
  }

  @Test
  void itIsNotOfferedWhereItCanNotBeDone() {
    String running = simulate("", "{\"duration\": \"PT1M\"}");
    open(running, "?denied");
    assertThat(button()).isHidden();

    String finished = simulate("", "{\"duration\": \"PT0S\"}");
    page.navigate("/results/" + finished);
    assertThat(page.locator("h1")).hasText("Ready");
    assertThat(button()).isHidden();

    page.addInitScript("delete window.Notification");
    page.navigate("/results/" + running);
    assertThat(page.locator("h1")).hasText("Under way");
    assertThat(button()).isHidden();
  }

  private void open(String id, String query) {
    page.addInitScript(NOTIFICATIONS);
    page.navigate("/results/" + id + query);
    assertThat(page.locator("h1")).hasText(Pattern.compile("In the queue|Under way"));
  }

  private Locator button() {
    return page.getByRole(
        AriaRole.BUTTON, new GetByRoleOptions().setName("Tell me when it is done"));
  }

  private Locator words() {
    return page.locator(".notice-line [role=status]");
  }
}
