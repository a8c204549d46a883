package dev.accepted.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page.GetByLabelOptions;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import dev.accepted.http.Answer;
import dev.accepted.http.Api;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the form of a job asks for beside the job's input. */
class FormOptionsIT extends DeployedPages {

  private static final Pattern RESULTS_PAGE = Pattern.compile("/results/[0-9a-f-]{36}$");
  private static final String RECEIVER = "https://receiver.invalid/hook";

  private final Api api = new Api();

  @Test
  void whatTheJobIsToBeArrives() {
    arriveWith(new NewContextOptions().setTimezoneId("Asia/Tokyo"));
    LocalDateTime moment =
        LocalDateTime.now(ZoneOffset.UTC).plusDays(3).truncatedTo(ChronoUnit.MINUTES);
    open("simulations");
    member("duration").fill("PT0S");
    option("priority").fill("7");
    option("maxAttempts").fill("5");
    option("runAt").fill(moment.toString());
    page.locator("[data-member=labels] textarea").fill("team:ops\nnote:a:b");
    JsonObject job = started();

    assertThat(job.getInt("priority")).isEqualTo(7);
    assertThat(job.getInt("maxAttempts")).isEqualTo(5);
    assertThat(job.getString("status")).isEqualTo("scheduled");
    assertThat(Instant.parse(job.getString("runAt")))
        .isEqualTo(moment.atZone(ZoneId.of("Asia/Tokyo")).toInstant());
    assertThat(job.getJsonObject("labels").getString("team")).isEqualTo("ops");
    assertThat(job.getJsonObject("labels").getString("note")).isEqualTo("a:b");
    api.post("/api/jobs/" + job.getString("id") + "/cancel");
  }

  @Test
  void howLongItMayRunAndIsKeptAndWhoIsToldArrive() {
    open("simulations");
    member("duration").fill("PT10M");
    option("maxAttempts").fill("1");
    span("timeout", "2", "seconds");
    span("retain", "3", "days");
    option("callback").first().fill(RECEIVER);
    page.getByLabel("has failed").check();
    String path = "/api/jobs/" + started().getString("id");
    JsonObject ended = api.get(path + "/status", "Prefer", "wait=25").json();

    assertThat(ended.getJsonObject("error").getString("code")).isEqualTo("timeout");
    assertThat(
            Duration.between(
                Instant.parse(ended.getString("finishedAt")),
                Instant.parse(ended.getString("expiresAt"))))
        .isEqualTo(Duration.ofDays(3));
    Answer deliveries = api.get(path + "/deliveries");
    long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (deliveries.json().getJsonArray("deliveries").isEmpty() && System.nanoTime() < end) {
      deliveries = api.get(path + "/deliveries");
    }
    assertThat(deliveries.json().getJsonArray("deliveries")).hasSize(1);
    assertThat(deliveries.text()).contains(RECEIVER, "\"failed\"");
  }

  @Test
  void whatWasEnteredGoesAlongToASchedule() {
    open("simulations");
    member("duration").fill("PT7S");
    option("priority").fill("6");
    span("retain", "3", "days");
    page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Repeat it on a schedule"))
        .click();

    assertThat(page).hasURL(Pattern.compile("/schedules\\?new=&type=simulation&from=\\w+"));
    assertThat(page.getByLabel("Type of job").locator("option:checked")).hasText("Simulation");
    assertThat(page.getByLabel("Duration")).hasValue("PT7S");
    assertThat(page.getByLabel("Priority")).hasValue("6");
    assertThat(page.getByLabel("Kept for", new GetByLabelOptions().setExact(true))).hasValue("3");
  }

  @Test
  void theyGoWithAFile() {
    open("imports");
    member("dataset").fill("with_options");
    page.locator("input[type=file]")
        .setInputFiles(
            new FilePayload("a.csv", "text/csv", "a,b\n1,2\n".getBytes(StandardCharsets.UTF_8)));
    option("priority").fill("8");
    span("retain", "2", "hours");
    page.locator("[data-member=labels] textarea").fill("team:a & b");
    option("callback").first().fill(RECEIVER);
    assertThat(page.locator("[data-member=events]")).isHidden();
    JsonObject job = started();

    assertThat(job.getInt("priority")).isEqualTo(8);
    assertThat(job.getJsonObject("labels").getString("team")).isEqualTo("a & b");
    JsonObject ended =
        api.get("/api/jobs/" + job.getString("id") + "/status", "Prefer", "wait=25").json();
    assertThat(
            Duration.between(
                Instant.parse(ended.getString("finishedAt")),
                Instant.parse(ended.getString("expiresAt"))))
        .isEqualTo(Duration.ofHours(2));
  }

  @Test
  void whatTheServerRefusesStandsAtItsField() {
    open("simulations");
    member("duration").fill("PT0S");
    option("callback").first().fill("ftp://example.org/");
    summary().click();
    start().click();

    Locator callback = option("callback").first();
    assertThat(callback).isVisible();
    assertThat(callback).hasAttribute("aria-invalid", "true");
    assertThat(page.getByRole(AriaRole.ALERT).first()).containsText("1 thing to put right");
    assertThat(callback).hasValue("ftp://example.org/");
    assertThat(member("duration")).hasValue("PT0S");

    callback.fill("");
    span("retain", "9000", "days");
    start().click();
    assertThat(option("retain")).hasAttribute("aria-invalid", "true");
    assertThat(callback).not().hasAttribute("aria-invalid", "true");
  }

  @Test
  void whatIsWrongWithTheInputStandsAtItsFieldToo() {
    open("simulations");
    member("duration").fill("PT9999H");
    option("priority").fill("5");
    start().click();

    assertThat(member("duration")).hasAttribute("aria-invalid", "true");
  }

  @Test
  void theFormItselfLooksFirst() {
    open("simulations");
    member("duration").fill("PT0S");
    option("priority").fill("12");
    span("timeout", "0", "minutes");
    page.getByLabel("has failed").check();
    summary().click();
    start().click();

    assertThat(page.getByRole(AriaRole.ALERT).first()).containsText("3 things to put right");
    assertThat(option("priority")).hasAccessibleDescription(Pattern.compile("Enter 9 or less"));
    assertThat(option("timeout")).hasAccessibleDescription(Pattern.compile("above zero"));
    assertThat(option("callback").first())
        .hasAccessibleDescription(Pattern.compile("Say whom to tell"));
  }

  @Test
  void aJobIsRunAgainWithThem() {
    open("simulations");
    member("duration").fill("PT0S");
    option("priority").fill("6");
    span("retain", "90", "minutes");
    started();
    page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName("Run again with the same input"))
        .click();

    assertThat(option("priority")).isVisible();
    assertThat(option("priority")).hasValue("6");
    assertThat(option("retain")).hasValue("90");
    assertThat(member("duration")).hasValue("PT0S");
  }

  @Test
  void withoutAnyTheyStayClosed() {
    page.navigate("/submit/simulations");
    assertThat(summary()).isVisible();
    assertThat(option("priority")).isHidden();
    page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Fill in the example")).click();
    assertThat(option("priority")).isHidden();
  }

  @Test
  void worksByKeyboardAlone() {
    page.navigate("/submit/simulations");
    member("duration").fill("PT0S");
    summary().focus();
    page.keyboard().press("Enter");
    page.keyboard().press("Tab");
    assertThat(option("runAt")).isFocused();
    for (int i = 0; i < 12 && !focused(option("priority")); i++) {
      page.keyboard().press("Tab");
    }
    page.keyboard().press("ControlOrMeta+a");
    page.keyboard().type("9");
    page.keyboard().press("Enter");

    page.waitForURL(RESULTS_PAGE);
    assertThat(job().getInt("priority")).isEqualTo(9);
  }

  @Test
  void isAccessibleAndFits() {
    look(ColorScheme.DARK, 360);
    look(ColorScheme.LIGHT, 1440);
  }

  private void look(ColorScheme scheme, int width) {
    arriveWith(new NewContextOptions().setColorScheme(scheme).setViewportSize(width, 740));
    open("simulations");
    span("timeout", "0", "minutes");
    start().click();
    assertThat(option("timeout")).hasAttribute("aria-invalid", "true");

    assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(width);
    assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
  }

  private void open(String collection) {
    page.navigate("/submit/" + collection);
    summary().click();
    assertThat(option("priority")).isVisible();
  }

  private JsonObject started() {
    start().click();
    page.waitForURL(RESULTS_PAGE);
    return job();
  }

  private JsonObject job() {
    return api.get("/api/jobs/" + page.url().replaceAll(".*/", "") + "/status").json();
  }

  private void span(String name, String number, String unit) {
    option(name).fill(number);
    page.locator(".options [data-member=%s] select".formatted(name)).selectOption(unit);
  }

  private Locator summary() {
    return page.locator(".options > summary");
  }

  private Locator option(String name) {
    return page.locator(".options [data-member=%s] input".formatted(name));
  }

  private Locator member(String name) {
    return page.locator("form > [data-member=%s] input".formatted(name));
  }

  private Locator start() {
    return page.locator("form button[type=submit]");
  }

  private static boolean focused(Locator target) {
    return (boolean) target.evaluate("element => element === document.activeElement");
  }
}
