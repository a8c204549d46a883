package dev.accepted.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import dev.accepted.http.Api;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Doing things with all jobs that match, also those that no page shows; and changing priorities.
 */
class AllThatMatchIT extends JobListPage {

  private static final int MORE_THAN_A_PAGE = 53;

  private void submitMoreThanAPage() {
    IntStream.range(0, MORE_THAN_A_PAGE).forEach(each -> submit(SHORT));
    open("");
    assertThat(rows()).hasCount(50);
    page.getByLabel("All on this page").check();
  }

  private String later() {
    return simulate("?label=" + label + "&runAt=" + Api.inAnHour(), SHORT);
  }

  private void remove(String... ids) {
    for (String id : ids) {
      assertThat(page.request().delete("/api/jobs/" + id).ok()).isTrue();
    }
  }

  @Test
  void allAreRemovedByOneJobOnceTheVisitorAgrees() {
    submitMoreThanAPage();
    assertThat(page.getByText("50 selected")).isVisible();
    button("Select all that match").click();
    assertThat(page.getByText("All that match: 53 jobs, " + label, exactly())).isVisible();
    assertThat(button("Select all that match")).isHidden();

    button("Remove: all").click();
    assertThat(page.getByRole(AriaRole.DIALOG)).containsText(label);
    assertThat(page.getByRole(AriaRole.DIALOG)).containsText("Now 53 jobs, on this page or not");
    button("Keep them").click();
    assertThat(rows()).hasCount(50);
    button("Remove: all").click();
    button("Remove all that match").click();

    assertThat(page.getByText(MORE_THAN_A_PAGE + " jobs removed.")).isVisible();
    assertThat(page.getByRole(AriaRole.HEADING, named("No job fits"))).isVisible();
    link("The job that did it").click();
    page.waitForURL(Pattern.compile("/jobs/[0-9a-f-]{36}$"));
    assertThat(page.getByRole(AriaRole.HEADING).first()).isVisible();
  }

  @Test
  void whoeverUnselectsARowMeansTheRowsThatAreLeft() {
    submitMoreThanAPage();
    button("Select all that match").click();
    rows().first().locator("input").uncheck();

    assertThat(page.getByText("49 selected")).isVisible();
    assertThat(button("Select all that match")).isHidden();
    assertThat(button("Remove 49")).isVisible();
  }

  @Test
  void aPageThatIsAllThereIsOffersNoMore() {
    submit(SHORT);
    open("");
    page.getByLabel("All on this page").check();
    assertThat(page.getByText("1 selected")).isVisible();
    assertThat(button("Select all that match")).isHidden();
  }

  @Test
  void severalAreGivenAnotherPriority() {
    String first = later();
    String second = later();
    open("");
    page.getByLabel("All on this page").check();
    button("Change priority 2").click();
    button("Leave them").click();
    button("Change priority 2").click();
    page.getByRole(AriaRole.DIALOG).getByRole(AriaRole.COMBOBOX).selectOption("7");
    button("Change the priority").click();

    assertThat(page.getByText("2 jobs given another priority.")).isVisible();
    assertThat(row(first).getByText("Priority 7")).isVisible();
    assertThat(row(second).getByText("Priority 7")).isVisible();
    remove(first, second);
  }

  @Test
  void theOwnerInTheAddressIsPartOfTheFilter() {
    submit(SHORT);
    open("&owner=anonymous");
    assertThat(rows()).hasCount(1);
    assertThat(page.getByLabel("Handed in by")).hasValue("anonymous");

    page.getByLabel("Handed in by").fill("somebody");
    page.keyboard().press("Enter");

    assertThat(page.getByRole(AriaRole.HEADING, named("No job fits"))).isVisible();
    assertThat(page.getByText("handed in by somebody")).isVisible();
    assertThat(page.url()).contains("owner=somebody");
  }

  @ParameterizedTest
  @EnumSource(names = {"LIGHT", "DARK"})
  void isAccessibleInUse(ColorScheme scheme) {
    arriveWith(new NewContextOptions().setColorScheme(scheme).setViewportSize(360, 740));
    submitMoreThanAPage();
    button("Select all that match").click();
    assertAccessible();
    button("Change priority: all").click();
    assertAccessible();
    button("Change all priorities").click();
    assertThat(page.getByText("Left as they are: 53 had finished.")).isVisible();
    assertAccessible();
  }

  private void assertAccessible() {
    assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(360);
    assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
  }
}
