package dev.accepted.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.RequestOptions;
import dev.accepted.http.Answer;
import dev.accepted.http.signin.SignInServer;
import dev.accepted.webhooks.Receiver;
import java.io.IOException;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The pages for those who look after a server, and what others see of them. */
@Timeout(120)
class AdminPagesIT extends Browsing {

  private static final String SENT_KEY = "X-Api-Key";

  @RegisterExtension
  static final SignInServer SERVER =
      new SignInServer(
          Map.of(
              "accepted.webhooks.allow", "localhost",
              "accepted.throttle.polls", "1",
              "accepted.throttle.offences", "2",
              "accepted.throttle.block", "PT10M"));

  @Override
  protected String server() {
    return SERVER.url();
  }

  private void signIn(String key) {
    APIResponse answer =
        page.request()
            .post(
                server() + "/api/session",
                RequestOptions.create()
                    .setHeader("Content-Type", "application/json")
                    .setData("{\"key\":\"%s\"}".formatted(key)));
    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
  }

  /** Made past the pages. */
  private static String key(String name, String role) {
    Answer made =
        SERVER
            .api()
            .postJson(
                "/api/admin/keys",
                "{\"name\":\"%s\",\"roles\":[\"%s\"]}".formatted(name, role),
                SENT_KEY,
                SignInServer.OPERATOR);
    assertThat(made.status()).as(made.text()).isEqualTo(201);
    return made.text("key");
  }

  private static int statusWith(String key) {
    return SERVER.api().get("/api/jobs", SENT_KEY, key).status();
  }

  @Test
  void aKeyIsMadeShownOnceAndRevoked() {
    signIn(SignInServer.OPERATOR);
    page.navigate("/keys");
    button("New key").click();
    button("Make the key").click();
    assertThat(page.getByRole(AriaRole.ALERT).first()).containsText("2 things to put right");
    page.getByLabel("Name required").fill("nightly");
    page.getByLabel("submit: ").check();
    button("Make the key").click();

    assertThat(page.getByRole(AriaRole.HEADING, named("The key nightly is made"))).isFocused();
    String key = page.locator(".secret").textContent();
    assertThat(statusWith(key)).isEqualTo(200);
    page.reload();
    assertThat(entry(".keys", "nightly")).containsText("Never expires");
    assertThat(page.locator("body")).not().containsText(key);

    entry(".keys", "nightly").getByRole(AriaRole.BUTTON).click();
    button("Revoke it").click();
    assertThat(entry(".keys", "nightly")).hasCount(0);
    assertThat(statusWith(key)).isEqualTo(401);
    page.getByText("no more").click();
    assertThat(entry(".keys", "nightly")).containsText("Revoked");
    assertThat(page).hasURL(server() + "/keys?keys=all");
  }

  @Test
  void othersAreToldThatTheyAreNone() {
    signIn(key("reader", "observe"));
    page.navigate("/keys");

    assertThat(page.locator("main")).containsText("This page is for administrators");
    assertThat(page.locator("main")).containsText("with the role observe");
    page.navigate("/types");
    assertThat(page.getByRole(AriaRole.ARTICLE).first()).isVisible();
    assertThat(button("Pause")).hasCount(0);
    page.navigate("/subscriptions");
    assertThat(page.locator(".empty")).isVisible();
    assertThat(button("New subscription")).hasCount(0);
    page.navigate("/schedules");
    assertThat(page.locator(".empty")).isVisible();
    assertThat(page.getByText("New schedule")).hasCount(0);
    page.navigate("/schedules?new");
    assertThat(page.locator("main")).containsText("You may see schedules, but not change them.");
  }

  @Test
  void whoeverIsNotKnownIsLedToSignIn() {
    page.navigate("/keys");

    assertThat(page).hasURL(Pattern.compile("/sign-in\\?to=%2Fkeys$"));
  }

  @Test
  void whatWasDoneIsFoundAndReadPageByPage() {
    for (int round = 0; round < 26; round++) {
      for (String act : new String[] {"pause", "resume"}) {
        String path = "/api/types/video/" + act;
        assertThat(SERVER.api().post(path, SENT_KEY, SignInServer.OPERATOR).status())
            .isEqualTo(200);
      }
    }
    signIn(SignInServer.OPERATOR);
    page.navigate("/keys");
    page.getByLabel("To what").fill("video");
    page.keyboard().press("Enter");
    assertThat(page.locator(".log > li")).hasCount(50);
    Locator next = page.locator(".pager").getByText("Next");
    assertThat(next).hasAttribute("href", Pattern.compile("subject=video"));
    next.click();
    assertThat(page.locator(".log > li")).hasCount(2);
    assertThat(page).hasURL(Pattern.compile("subject=video&cursor=[0-9]+$"));
    page.goBack();
    assertThat(page.locator(".log > li")).hasCount(50);

    page.locator("select[name=act]").selectOption("type.paused");
    assertThat(page.locator(".log > li")).hasCount(26);
    assertThat(page.locator(".log > li").first()).containsText("Paused a type");
    assertThat(page).hasURL(server() + "/keys?subject=video&act=type.paused");
    page.getByLabel("Who").fill("nobody");
    page.keyboard().press("Enter");
    assertThat(page.locator(".admin-section .empty")).containsText("nothing like that");
  }

  @Test
  void whoIsBlockedIsUnblocked() {
    String pushy = key("pushy", "submit");
    Answer accepted =
        SERVER.api().postJson("/api/simulations", "{\"duration\":\"PT5M\"}", SENT_KEY, pushy);
    String monitor = "/api/jobs/" + accepted.text("id");
    for (int poll = 0; poll < 10; poll++) {
      SERVER.api().get(monitor, SENT_KEY, pushy);
    }
    assertThat(SERVER.api().get(monitor, SENT_KEY, pushy).status()).isEqualTo(429);
    signIn(SignInServer.OPERATOR);
    page.navigate("/keys");
    Locator blocked = entry(".admin-section .entries:not(.log)", "pushy");
    assertThat(blocked).containsText("Blocked until");

    blocked.getByRole(AriaRole.BUTTON).click();

    assertThat(blocked).hasCount(0);
    assertThat(page.getByText("Nobody is blocked")).isVisible();
    assertThat(SERVER.api().get("/api/jobs", SENT_KEY, pushy).status()).isEqualTo(200);
  }

  @Test
  void aSubscriptionIsMadeFollowedAndRemoved() throws IOException, InterruptedException {
    signIn(SignInServer.OPERATOR);
    try (Receiver receiver = new Receiver()) {
      String url = "http://localhost:%d/hook".formatted(receiver.port());
      page.navigate("/subscriptions");
      assertThat(page.locator(".empty")).isVisible();
      button("New subscription").click();
      page.getByLabel("Address").fill(url);
      page.getByLabel("has succeeded").check();
      page.getByLabel("With the labels").fill("team: ops");
      button("Subscribe").click();
      assertThat(page.getByRole(AriaRole.HEADING, named(url + " is told"))).isFocused();
      assertThat(page.locator(".secret")).containsText("whsec_");
      assertThat(page.getByRole(AriaRole.ARTICLE))
          .containsText("with the label team:ops, when one has succeeded");

      String labelled = "/api/simulations?label=team:ops";
      Answer accepted =
          SERVER
              .api()
              .postJson(labelled, "{\"duration\":\"PT0S\"}", SENT_KEY, SignInServer.OPERATOR);
      assertThat(accepted.status()).as(accepted.text()).isEqualTo(202);
      receiver.next();
      page.getByText("Last deliveries").click();
      Locator delivery = page.locator(".deliveries > li");
      assertThat(delivery).containsText("Delivered");
      delivery.getByRole(AriaRole.BUTTON).click();
      receiver.next();

      button("Pause").click();
      assertThat(page.getByRole(AriaRole.ARTICLE)).containsText("Paused since");
      button("Resume").click();
      assertThat(page.getByRole(AriaRole.ARTICLE)).containsText("Active since");
      button("New secret").click();
      button("Make a new one").click();
      assertThat(page.getByRole(AriaRole.HEADING, named("The new secret"))).isFocused();
      assertThat(page.getByRole(AriaRole.ARTICLE)).containsText("The secret before counts until");
      page.reload();
      assertThat(page.locator(".deliveries > li")).hasCount(1);

      button("Remove").click();
      button("Remove it").click();
      assertThat(page.locator(".empty")).isVisible();
    }
  }

  @ParameterizedTest
  @CsvSource({"DARK, 360", "LIGHT, 1440"})
  void isAccessibleAndFits(ColorScheme scheme, int width) {
    key("averylongnamewithoutanybreak".repeat(3) + scheme, "submit");
    arriveWith(new NewContextOptions().setColorScheme(scheme).setViewportSize(width, 740));
    signIn(SignInServer.OPERATOR);
    for (String path : new String[] {"/keys?keys=all", "/subscriptions"}) {
      page.navigate(path);
      button("New").click();
      assertThat(page.locator("[aria-busy=true]")).hasCount(0);
      assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(width);
      assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
    }
  }

  private Locator entry(String list, String text) {
    return page.locator(list + " > li").filter(new Locator.FilterOptions().setHasText(text));
  }

  private Locator button(String name) {
    return page.getByRole(AriaRole.BUTTON, named(name));
  }

  private static GetByRoleOptions named(String name) {
    return new GetByRoleOptions().setName(name);
  }
}
