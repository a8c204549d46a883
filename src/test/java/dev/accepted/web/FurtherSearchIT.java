package dev.accepted.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Route;
import com.microsoft.playwright.Route.FulfillOptions;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;

/** The list, where the server's answers end before a page is full: as with very many jobs. */
class FurtherSearchIT extends JobListPage {

  private static final String LIST = "**/api/jobs?*";

  /** Where the newest jobs begin. */
  private static final String CURSOR = "_____________________w";

  private static final String NONE_YET =
      """
      {"jobs": [], "next": "http://elsewhere.example/api/jobs?cursor=%s", "searchedTo": "2026-01-02T03:04:05.678Z"}
      """
          .formatted(CURSOR);

  private static void endEarly(Route route) {
    route.fulfill(new FulfillOptions().setContentType("application/json").setBody(NONE_YET));
  }

  private static boolean isFurther(Route route) {
    return route.request().url().contains("cursor=" + CURSOR);
  }

  @Test
  void aSearchGoesOnByItself() {
    String id = submit(SHORT);
    page.route(
        LIST,
        route -> {
          if (isFurther(route)) {
            route.resume();
          } else {
            endEarly(route);
          }
        });

    open("");

    assertThat(row(id)).isVisible();
    assertThat(page.getByText("Searched back to")).isHidden();
  }

  @Test
  void aSearchIsStoppedAndTakenUpAgain() {
    String id = submit(SHORT);
    page.route(
        LIST,
        route -> {
          if (!isFurther(route)) {
            endEarly(route); // and who asks further waits for long
          }
        });
    open("");
    assertThat(page.getByRole(AriaRole.HEADING, named("None found so far"))).isVisible();
    assertThat(page.getByText("; none found so far.")).isVisible();
    assertThat(page.getByRole(AriaRole.HEADING, named("No job fits"))).isHidden();

    button("Stop").click();
    page.unroute(LIST);
    button("Search older jobs").click();

    assertThat(row(id)).isVisible();
    assertThat(button("Search older jobs")).isHidden();
  }

  @Test
  void aSearchThatFindsNothingEndsByItself() {
    page.route(LIST, FurtherSearchIT::endEarly);

    open("");

    assertThat(button("Search older jobs")).isVisible();
    assertThat(page.getByText("; none found so far.")).isVisible();
  }
}
