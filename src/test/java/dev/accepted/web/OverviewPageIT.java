package dev.accepted.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.AriaRole;
import dev.accepted.http.Api;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class OverviewPageIT extends DeployedPages {

  @Test
  void countsGoOnWithoutAReload() {
    page.navigate("/overview");
    Locator scheduled = page.locator(".tiles [data-status=scheduled] strong");
    assertThat(scheduled).hasText(Pattern.compile("[0-9]"));
    int before = Integer.parseInt(scheduled.textContent().replaceAll("\\D", ""));

    simulate("?runAt=" + Api.inAnHour(), "{\"duration\": \"PT0S\"}");

    assertThat(scheduled).not().hasText(scheduled(before));
    scheduled.click();
    page.waitForURL(Pattern.compile("/jobs\\?status=scheduled$"));
  }

  /** As the browser writes it in English. */
  private static String scheduled(int number) {
    return String.format("%,d", number);
  }

  @Test
  void whatIsPlottedStandsInTheAddressAndInWords() {
    page.navigate("/overview");
    assertThat(page.locator(".plots canvas")).hasCount(3);
    assertThat(page.locator(".plots figure").first()).containsText("minute by minute");

    button("Last day").click();

    assertThat(page.locator(".plots figure").first()).containsText("in steps of 10 minutes");
    assertThat(page).hasURL(Pattern.compile("\\?span=P1D$"));
    page.reload();
    assertThat(button("Last day")).hasAttribute("aria-pressed", "true");
    assertThat(page.locator(".plots figure").first()).containsText("in steps of 10 minutes");
  }

  @Test
  void oneStreamIsAllThatATabHolds() {
    List<String> streams = new CopyOnWriteArrayList<>();
    page.onRequest(request -> note(request, streams));
    page.navigate("/overview");
    assertThat(page.locator(".plots canvas")).hasCount(3);

    assertThat(streams).containsExactly("/api/overview/events");
  }

  private static void note(Request request, List<String> streams) {
    if (String.valueOf(request.headers().get("accept")).contains("event-stream")) {
      streams.add(request.url().replaceFirst("^https?://[^/]+", ""));
    }
  }

  @Test
  void aPausedTypeIsAmongWhatIsToBeSeenFirst() {
    page.request().post("/api/types/video/pause");
    try {
      page.navigate("/overview");
      assertThat(page.locator(".troubles")).containsText("video is paused");
      page.locator(".troubles [data-code=type-paused] a").click();
      page.waitForURL(Pattern.compile("/types$"));
    } finally {
      page.request().post("/api/types/video/resume");
    }
  }

  @Test
  void aLostConnectionIsToldAndMended() {
    page.navigate("/overview");
    assertThat(page.locator(".tiles")).isVisible();
    offline(true);
    assertThat(page.locator("#live")).containsText("can’t be reached");
    offline(false);
    assertThat(page.locator("#live")).isHidden();
  }

  private Locator button(String name) {
    return page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(name).setExact(true));
  }
}
