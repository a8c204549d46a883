package dev.accepted.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page.GetByLabelOptions;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.Route.FulfillOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.sun.net.httpserver.HttpServer;
import dev.accepted.server.OwnServer;
import dev.accepted.types.inspections.example.TaskQueueTutorial;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Inspections in a browser, on a server that may call itself and what else is on this machine. */
@Timeout(180)
class InspectorPageIT extends Browsing {

  private static final double PATIENCE_MS = 120_000;
  private static final int PHONE = 360;
  private static final int DESK = 1440;
  private static final String NOBODY = "http://127.0.0.1:1/jobs";
  private static final String HARM = "<img src=x onerror=\"window.harm=1\">";
  private static final Pattern ITS_OWN = Pattern.compile("/inspector\\?job=[0-9a-f-]{36}$");

  @RegisterExtension
  static final OwnServer SERVER = new OwnServer(Map.of("accepted.inspections.allow", "127.0.0.1"));

  @TempDir static Path folder;

  @Override
  protected String server() {
    return SERVER.url();
  }

  private static GetByRoleOptions named(String name) {
    return new GetByRoleOptions().setName(name).setExact(true);
  }

  private Locator button(String name) {
    return page.getByRole(AriaRole.BUTTON, named(name));
  }

  private Locator region(String name) {
    return page.getByRole(AriaRole.REGION, named(name));
  }

  private Locator grade() {
    return page.locator(".verdict .grade");
  }

  private void inspect(String api) {
    page.navigate("/inspector");
    page.getByLabel("URL").fill(api);
    page.keyboard().press("Enter");
    assertThat(page).hasURL(ITS_OWN);
  }

  private void awaitGrade() {
    assertThat(grade()).isVisible(new IsVisibleOptions().setTimeout(PATIENCE_MS));
  }

  @Test
  void aWholeInspectionOfThisServerFromTheFormToItsGrade() {
    page.navigate("/inspector");
    page.getByRole(AriaRole.SWITCH, named("Cancel a job")).check();
    page.getByRole(AriaRole.SWITCH, named("Remove the job")).check();
    button("Try it on this server").click();
    assertThat(page).hasURL(ITS_OWN);
    assertThat(page.locator(".stages > li")).hasCount(6);
    assertThat(page.locator(".stages > [aria-current=step]")).isVisible();
    assertThat(page.locator(".steps > li").last()).containsText("Submit the job");
    assertThat(button("Cancel")).isVisible();

    awaitGrade();

    assertThat(grade()).hasText("Grade A");
    assertThat(page.locator(".verdict")).containsText("Excellent");
    assertThat(page.locator(".verdict")).containsText("303 to the result");
    assertThat(page.locator(".verdict-counts")).containsText("0 errors");
    assertThat(page.locator("#checked")).containsText("that it looked for and didn’t find");
    assertThat(page.locator("#exchanges")).containsText("Read the result of the removed job");
    for (Locator link : page.locator(".take a").all()) {
      APIResponse file = page.request().get(link.getAttribute("href"));
      assertThat(file.status()).isEqualTo(200);
    }
    page.navigate("/inspector");
    assertThat(page.locator(".earlier > li").first())
        .containsText("POST " + server() + "/api/simulations");
    assertThat(page.locator(".earlier > li").first()).containsText("A, Excellent");
  }

  @Test
  void aFlawedApiIsToldWhatToMend() throws IOException {
    try (TaskQueueTutorial api = new TaskQueueTutorial()) {
      inspect(api.url() + "/longtask");
      awaitGrade();
    }
    assertThat(grade()).hasText("Grade C");
    assertThat(page.locator(".verdict-counts")).containsText("1 error");
    assertThat(page.locator(".verdict .lead")).containsText("fewer it would be a B.");
    Locator finding = page.locator("#finding-monitor-200-unknown-id");
    assertThat(finding).containsText("Answer 404");
    assertThat(finding.getByRole(AriaRole.LINK))
        .hasAttribute("href", "https://www.rfc-editor.org/rfc/rfc9110#section-15.5.5");

    finding.locator("summary").first().focus();
    page.keyboard().press("Enter");
    assertThat(finding.locator("pre").last()).containsText("PENDING");

    page.getByLabel("Only with errors or warnings").check();
    assertThat(page.locator("#exchanges .exchange:not([data-severity]):visible")).hasCount(0);
    assertThat(page.locator("#exchanges .exchange[data-severity=error]:visible")).hasCount(1);
    page.locator("#checked summary").last().click();
    assertThat(page.locator("#checked")).containsText("wasn’t allowed to cancel a job");
    isAccessible();
  }

  /** Of the page as it stands, with all that was opened in it; then in its other looks. */
  private void isAccessible() {
    assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
    String address = page.url();
    for (ColorScheme scheme : new ColorScheme[] {ColorScheme.DARK, ColorScheme.LIGHT}) {
      int width = scheme == ColorScheme.DARK ? PHONE : DESK;
      arriveWith(new NewContextOptions().setColorScheme(scheme).setViewportSize(width, 740));
      page.navigate(address);
      assertThat(grade()).isVisible();
      assertThat(page.locator("[aria-busy=true]")).hasCount(0);
      page.locator("#exchanges summary").first().click();
      assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(width);
      assertThat(new AxeBuilder(page).analyze().getViolations()).as(scheme.name()).isEmpty();
    }
  }

  /** Of this server's work that takes so long: it still runs however slow the machine is. */
  private void inspectWorkOf(String duration) {
    page.navigate("/inspector");
    page.getByLabel("URL").fill(server() + "/api/simulations");
    page.getByLabel("Body", new GetByLabelOptions().setExact(true))
        .fill("{\"duration\": \"" + duration + "\"}");
    button("Inspect it").click();
    assertThat(page).hasURL(ITS_OWN);
  }

  @Test
  void aReloadInTheMiddleGoesOn() {
    inspectWorkOf("PT40S");
    assertThat(page.locator(".steps > li")).not().hasCount(0);
    page.reload();
    assertThat(page.locator(".steps > li").last()).containsText("Submit the job");
    assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
    awaitGrade();
    assertThat(page.locator("h1")).hasText(server().replace("http://", ""));
  }

  @Test
  void oneThatIsCanceledSaysSo() {
    inspectWorkOf("PT5M");
    button("Cancel").click();
    button("Cancel it").click();
    assertThat(page.locator("h1")).hasText("Canceled");
    page.getByText("Inspect it again").click();
    assertThat(page.getByLabel("URL")).hasValue(server() + "/api/simulations");
  }

  @Test
  void whatCanNotBeReachedIsToldInPlainWords() {
    inspect(NOBODY);
    awaitGrade();
    assertThat(grade()).hasText("Grade F");
    assertThat(page.locator(".obstacle")).containsText("Nothing takes connections at 127.0.0.1:1");
  }

  /** One that really is takes a quarter of an hour: the report is told so on its way here. */
  @Test
  void oneThatWasCutShortSaysThatItIsNotAll() {
    page.route(
        "**/result",
        route -> {
          APIResponse report = route.fetch();
          String told = report.text().replaceFirst("\\{", "{\"cutShort\":\"it was stopped\",");
          route.fulfill(new FulfillOptions().setResponse(report).setBody(told));
        });
    inspect(NOBODY);
    awaitGrade();
    assertThat(page.locator(".verdict .notice.wait"))
        .hasText("This is not all: it was stopped. What it didn’t come to is not judged.");
    isAccessible();
  }

  @Test
  void wordsOfOthersAreShownNotRun() throws IOException {
    HttpServer api =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    api.createContext(
        "/",
        exchange -> {
          exchange.getRequestBody().readAllBytes();
          byte[] body = HARM.getBytes(UTF_8);
          exchange.getResponseHeaders().set("X-Harm", HARM);
          exchange.sendResponseHeaders(500, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    api.start();
    try {
      inspect("http://127.0.0.1:" + api.getAddress().getPort() + "/%3Cscript%3E?a=%3Cimg");
      awaitGrade();
    } finally {
      api.stop(0);
    }
    assertThat(page.locator(".obstacle")).containsText("The API has answered 500.");
    page.locator("#finding-submission-refused summary").first().click();
    assertThat(region("Answer 1").first()).containsText("X-harm: " + HARM);
    assertThat(page.locator("main img")).hasCount(0);
    assertThat(page.evaluate("window.harm === undefined")).isEqualTo(true);
  }

  @Test
  void theLinesForABuildServerFailTheBuildAndLeaveItsReport() throws Exception {
    page.navigate("/inspector");
    page.getByLabel("URL").fill(NOBODY);
    page.getByLabel("Headers").fill("X-Api-Key: it's \"mine\"\nX-Word: it's $HOME");
    button("Inspect it").click();
    awaitGrade();
    String lines = region("Lines for a shell").textContent();
    assertThat(lines).contains("\"$API_X_API_KEY\"").doesNotContain("mine");

    ProcessBuilder shell = new ProcessBuilder("bash", "-c", lines);
    shell.environment().put("API_X_API_KEY", "not to be told");
    Path log = folder.resolve("build.log");
    Process build =
        shell
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    assertThat(build.waitFor(60, TimeUnit.SECONDS)).isTrue();

    assertThat(build.exitValue()).as(Files.readString(log)).isEqualTo(1);
    assertThat(Files.readString(folder.resolve("inspection.xml")))
        .contains("<testsuite name=\"Inspection of " + NOBODY, "<failure type=\"error\"");
  }
}
