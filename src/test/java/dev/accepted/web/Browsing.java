package dev.accepted.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.RequestOptions;
import jakarta.json.Json;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;

/**
 * One browser for a test class, one fresh visitor for a test. The browser is the one that the
 * system property {@code chromium} names. Tagged, so that a quick check of another server can leave
 * out what runs in the browser alone.
 */
@Tag("browser")
abstract class Browsing {

  private static final List<String> FLAGS =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  private static final double PATIENCE_MS = 20_000;

  private static Playwright playwright;
  private static Browser browser;

  private final List<String> scriptErrors = new ArrayList<>();
  private BrowserContext visitor;

  /** The visitor's tab. */
  protected Page page;

  @BeforeAll
  static void openBrowser() {
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    Path program = Path.of(System.getProperty("chromium", "/usr/bin/chromium"));
    browser =
        playwright.chromium().launch(new LaunchOptions().setExecutablePath(program).setArgs(FLAGS));
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MS);
  }

  @AfterAll
  static void closeBrowser() {
    playwright.close();
  }

  @BeforeEach
  void arrive() {
    visitor = visitor(new NewContextOptions());
    page = tabOf(visitor);
  }

  @AfterEach
  void leave() {
    visitor.close();
    assertThat(scriptErrors).as("uncaught errors in the pages' scripts").isEmpty();
  }

  /** Where the server is, without a slash at the end. */
  protected abstract String server();

  /** Another visitor takes over: nothing of the one before is left. */
  protected void arriveWith(NewContextOptions options) {
    visitor.close();
    visitor = visitor(options);
    page = tabOf(visitor);
  }

  /** Cuts the visitor's connection, or mends it. */
  protected void offline(boolean cut) {
    visitor.setOffline(cut);
  }

  /**
   * Submits a simulation past the pages.
   *
   * @param options query, such as {@code ?maxAttempts=1}; may be empty
   * @return the job's id
   */
  protected String simulate(String options, String input) {
    APIResponse accepted =
        visitor
            .request()
            .post(
                "/api/simulations" + options,
                RequestOptions.create()
                    .setHeader("Content-Type", "application/json")
                    .setData(input));
    assertThat(accepted.status()).as(accepted.text()).isEqualTo(202);
    try (JsonReader reader = Json.createReader(new StringReader(accepted.text()))) {
      return reader.readObject().getString("id");
    }
  }

  private BrowserContext visitor(NewContextOptions options) {
    return browser.newContext(options.setBaseURL(server()));
  }

  private Page tabOf(BrowserContext context) {
    Page tab = context.newPage();
    tab.onPageError(scriptErrors::add);
    return tab;
  }
}
