package dev.accepted.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.RequestOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Imported tables are listed, read page by page, used and removed. */
class DatasetsPageIT extends DeployedPages {

  private static final String HARM = "<img src=x onerror=\"\"window.harm=1\"\">";

  private void load(String dataset, String csv) {
    load(dataset, csv, "");
  }

  /** Imports it past the pages, and waits until that is done. */
  private void load(String dataset, String csv, String more) {
    APIResponse accepted =
        page.request()
            .post(
                server() + "/api/imports?dataset=" + dataset + more,
                RequestOptions.create()
                    .setHeader("Content-Type", "text/csv; charset=UTF-8")
                    .setHeader("Prefer", "wait=30")
                    .setMaxRedirects(0)
                    .setData(csv.getBytes(StandardCharsets.UTF_8)));
    assertThat(accepted.status()).as(accepted.text()).isEqualTo(303);
  }

  private static String numbers(int rows) {
    return IntStream.rangeClosed(1, rows)
        .mapToObj(row -> row + ",r" + row)
        .collect(Collectors.joining("\n", "id,name\n", "\n"));
  }

  @Test
  void listsThemAndLeadsToEach() {
    load("pages_listed", numbers(1200));

    page.navigate("/datasets");
    Locator row = page.getByRole(AriaRole.ROW).filter(hasText("pages_listed"));
    assertThat(row.getByRole(AriaRole.CELL).nth(0)).hasText(Pattern.compile("1.200"));
    row.getByRole(AriaRole.LINK).click();

    assertThat(page).hasURL(server() + "/datasets/pages_listed");
    assertThat(heading()).hasText("pages_listed");
    assertThat(page).hasTitle("pages_listed · Datasets · Accepted");
  }

  @Test
  void listsWhatIsImportedMeanwhile() {
    load("pages_before", numbers(1));
    page.navigate("/datasets");
    assertThat(page.getByRole(AriaRole.LINK, named("pages_before"))).isVisible();
    page.getByRole(AriaRole.LINK, named("pages_before")).focus();

    load("pages_meanwhile", numbers(3));

    assertThat(page.getByRole(AriaRole.LINK, named("pages_meanwhile"))).isVisible();
    assertThat(page.getByRole(AriaRole.LINK, named("pages_before"))).isFocused();
  }

  @Test
  void findsOneOfMany() {
    for (int table = 0; table < 13; table++) {
      load("pages_many_" + table, numbers(1));
    }
    page.navigate("/datasets");
    page.getByLabel("Find").fill("MANY_12");

    assertThat(page.locator("tbody tr")).hasCount(1);
    assertThat(page).hasURL(server() + "/datasets?q=MANY_12");
    page.reload();
    assertThat(page.locator("tbody tr")).hasCount(1);
    page.getByLabel("Find").fill("none of them");
    assertThat(page.locator(".empty:visible")).containsText("No table");
  }

  @Test
  void leadsThroughItsRowsAndBack() {
    load("pages_paged", numbers(250));
    page.navigate("/datasets/pages_paged");
    assertThat(position()).hasText("1 to 100 of 250");

    step("Next").click();
    assertThat(position()).hasText("101 to 200 of 250");
    assertThat(page).hasURL(Pattern.compile("\\?cursor=[^&]+&from=101$"));
    page.reload();
    assertThat(position()).hasText("101 to 200 of 250");
    assertThat(cells().first()).hasText("101");

    step("Next").click();
    assertThat(position()).hasText("201 to 250 of 250");
    assertThat(step("Next")).hasCount(0);
    page.goBack();
    assertThat(position()).hasText("101 to 200 of 250");
    step("Previous").click();
    assertThat(position()).hasText("1 to 100 of 250");

    page.getByLabel("Rows a page").selectOption("50");
    assertThat(position()).hasText("1 to 50 of 250");
    assertThat(page).hasURL(server() + "/datasets/pages_paged?limit=50");
  }

  @Test
  void saysWhenAPageOfRowsIsGone() {
    load("pages_gone", numbers(3));
    page.navigate("/datasets/pages_gone?cursor=nonsense");

    assertThat(page.getByRole(AriaRole.ALERT).last()).containsText("This page of rows is gone");
    page.getByRole(AriaRole.LINK, named("From the beginning")).click();
    assertThat(position()).hasText("All 3");
  }

  @Test
  void showsValuesAsTheyAre() {
    load(
        "pages_values",
        "id,amount,day,note\n9007199254740993,1.5,2026-02-03,%s\n2,,2026-02-04,\n"
            .formatted("Zürich 東京 ".repeat(60)));
    page.navigate("/datasets/pages_values");

    assertThat(cells().nth(0)).hasText("9007199254740993");
    assertThat(cells().nth(1)).hasText("1.5");
    assertThat(cells().nth(0)).hasCSS("text-align", "right");
    assertThat(cells().nth(5)).hasText("empty");
    assertThat(cells().nth(7)).hasText("empty");
    Locator more = page.getByRole(AriaRole.BUTTON, named("Show all"));
    assertThat(more).hasAttribute("aria-expanded", "false");
    more.click();
    assertThat(cells().nth(3)).containsText("Zürich 東京 ".repeat(60).strip());
    assertThat(page.getByRole(AriaRole.BUTTON, named("Show less"))).isFocused();
  }

  @Test
  void wideTablesScrollByThemselves() {
    String head =
        IntStream.range(0, 200).mapToObj(column -> "c" + column).collect(Collectors.joining(","));
    load("pages_wide", head + "\n" + head.replace("c", "value ") + "\n");
    page.setViewportSize(360, 740);
    page.navigate("/datasets/pages_wide");
    assertThat(cells().last()).hasText("value 199");

    assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(360);
    assertThat(
            page.evaluate(
                "(() => { const g = document.querySelector('.grid'); return g.scrollWidth > g.clientWidth; })()"))
        .isEqualTo(true);
    page.locator("summary").click();
    assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
  }

  @Test
  void emptyTablesHaveColumns() {
    load("pages_empty", "id,name\n");
    page.navigate("/datasets/pages_empty");

    assertThat(position()).hasText("There are none.");
    assertThat(page.getByRole(AriaRole.COLUMNHEADER)).hasCount(2);
  }

  @Test
  void wordsOfStrangersAreShownNotRun() {
    load("pages_hostile", "\"%s\",b\n\"%s\",1\n".formatted(HARM, HARM));
    page.navigate("/datasets/pages_hostile");

    assertThat(cells().first()).containsText("<img src=x");
    assertThat(page.locator("img[src=x]")).hasCount(0);
    assertThat(page.evaluate("window.harm === undefined")).isEqualTo(true);
  }

  @Test
  void handsOutWhatAnImportLeftOut() throws IOException {
    load("pages_rejected", "a,b\n1,2\n3\n4,5\n");
    page.navigate("/datasets/pages_rejected");
    Locator file = page.getByRole(AriaRole.LINK, named("1 row (CSV)"));

    Download download = page.waitForDownload(file::click);
    assertThat(Files.readString(download.path())).contains("3");
    page.getByRole(AriaRole.LINK, named("this import")).click();
    assertThat(page).hasURL(Pattern.compile("/jobs/[0-9a-f-]{36}$"));
  }

  @Test
  void leadsToAReportOfItself() {
    load("pages_reported", numbers(2));
    page.navigate("/datasets/pages_reported");
    page.getByRole(AriaRole.LINK, named("Make a report of it")).click();
    assertThat(page.locator("[data-member=dataset] input")).hasValue("pages_reported");

    page.goBack();
    page.getByRole(AriaRole.LINK, named("Import into it again")).click();
    assertThat(page.locator("[data-member=dataset] input")).hasValue("pages_reported");
  }

  @Test
  void removesOnceTheVisitorAgrees() {
    load("pages_removed", numbers(2));
    page.navigate("/datasets/pages_removed");
    page.getByRole(AriaRole.BUTTON, named("Remove")).click();
    page.getByRole(AriaRole.BUTTON, named("Keep it")).click();
    assertThat(heading()).hasText("pages_removed");

    page.getByRole(AriaRole.BUTTON, named("Remove")).click();
    page.getByRole(AriaRole.BUTTON, named("Remove it")).click();
    assertThat(heading()).hasText("Removed");
    assertThat(heading()).isFocused();

    page.reload();
    assertThat(heading()).hasText("There is no such table");
  }

  private Locator heading() {
    return page.locator("h1");
  }

  private Locator position() {
    return page.locator(".section-head [role=status]");
  }

  private Locator cells() {
    return page.locator(".grid td");
  }

  private Locator step(String name) {
    return page.locator(".pager").getByText(name);
  }

  private static Locator.FilterOptions hasText(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }

  private static GetByRoleOptions named(String name) {
    return new GetByRoleOptions().setName(name);
  }
}
