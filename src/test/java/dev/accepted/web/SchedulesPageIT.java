package dev.accepted.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByLabelOptions;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.RequestOptions;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page that lists schedules, and the form that makes and changes them. */
@Timeout(120)
class SchedulesPageIT extends DeployedPages {

  private static final GetByLabelOptions EXACTLY = new GetByLabelOptions().setExact(true);
  private static final Pattern NAME = Pattern.compile("^Name\\b");
  private static final String SCHEDULES = "/api/schedules";

  /** A minute until it is due, a quarter until the list looks again, and a slow machine. */
  private static final double PATIENCE_MS = 120_000;

  private static final String LAST_JOB = ".schedule-facts a[href^='/jobs/']";
  private static final String HARM = "<img src=x onerror=\"window.harm=1\">";

  @AfterEach
  void removeAll() {
    for (JsonObject one :
        json(page.request().get(SCHEDULES))
            .getJsonArray("schedules")
            .getValuesAs(JsonObject.class)) {
      page.request().delete(SCHEDULES + "/" + one.getString("id"));
    }
  }

  private static JsonObject json(APIResponse answer) {
    assertThat(answer.ok()).as(answer.text()).isTrue();
    try (JsonReader reader = Json.createReader(new StringReader(answer.text()))) {
      return reader.readObject();
    }
  }

  private static JsonObjectBuilder body(String name) {
    return Json.createObjectBuilder()
        .add("name", name)
        .add("cron", "30 2 * * 1-5")
        .add("zone", "Europe/Berlin")
        .add("type", "simulation")
        .add("input", Json.createObjectBuilder().add("duration", "PT0S"));
  }

  private static RequestOptions sent(JsonObjectBuilder body) {
    return RequestOptions.create()
        .setHeader("Content-Type", "application/json")
        .setData(body.build().toString());
  }

  /** Made past the pages. @return its id */
  private String stored(JsonObjectBuilder body) {
    return json(page.request().post(SCHEDULES, sent(body))).getString("id");
  }

  private JsonObject stored(String id) {
    return json(page.request().get(SCHEDULES + "/" + id));
  }

  @Test
  void oneIsMadeRunAtOncePausedAndRemoved() {
    arriveWith(new NewContextOptions().setTimezoneId("America/New_York"));
    page.navigate("/schedules");
    assertThat(page.locator(".empty")).containsText("No schedules yet");
    page.getByRole(AriaRole.LINK, named("New schedule")).first().click();
    assertThat(page).hasURL(server() + "/schedules?new");
    assertThat(page.getByLabel("Time zone")).hasValue("America/New_York");
    page.getByLabel(NAME).fill("Nightly");
    page.getByLabel("Type of job").selectOption("Simulation");
    page.getByLabel("Duration").fill("PT0S");
    page.getByLabel("How often").selectOption("Once a week on…");
    page.getByLabel("On", EXACTLY).selectOption("Friday");
    page.getByLabel("At", EXACTLY).fill("22:15");
    assertThat(page.locator(".when"))
        .containsText("Every Friday at 22:15. As cron has it: 15 22 * * FRI");
    page.getByLabel("Time zone").fill("Europe/Berlin");
    page.getByLabel("Labels").fill("team: ops");
    button("Schedule it").click();

    assertThat(page.getByRole(AriaRole.HEADING, named("Nightly is scheduled"))).isFocused();
    assertThat(page).hasURL(server() + "/schedules");
    assertThat(card()).containsText("Every Friday at 22:15, Europe/Berlin (15 22 * * FRI)");
    assertThat(card()).containsText("Active since");
    assertThat(card()).containsText("Fri 10:15 PM in Europe/Berlin");
    assertThat(card()).containsText("team:ops");
    card().getByText("Further times").click();
    assertThat(card().locator(".further > li")).hasCount(4);
    assertThat(page).hasURL(Pattern.compile("/schedules\\?times=[0-9a-f-]{36}$"));

    button("Pause").click();
    assertThat(card()).containsText("Paused since");
    assertThat(card()).containsText("None while it is paused");
    button("Resume").click();
    assertThat(card()).containsText("Active since");
    button("Run now").click();
    card().getByText("See how far it is").click();
    assertThat(page).hasURL(Pattern.compile("/jobs/[0-9a-f-]{36}$"));
    assertThat(page.locator("h1")).hasText("Simulation");
    page.goBack();
    card().getByText("All of its jobs").click();
    assertThat(page.locator("main")).containsText("Simulation");

    page.goBack();
    button("Remove").click();
    button("Keep it").click();
    assertThat(card()).hasCount(1);
    button("Remove").click();
    button("Remove it").click();
    assertThat(page.locator(".empty")).isVisible();
    assertThat(page.locator("h1")).isFocused();
  }

  @Test
  void whatIsWrongIsToldAtItsField() {
    page.navigate("/schedules?new&type=simulation");
    button("Schedule it").click();
    assertThat(page.getByRole(AriaRole.ALERT).first()).containsText("2 things to put right");
    page.getByLabel(NAME).fill("Never");
    page.getByLabel("Duration").fill("PT48H");
    page.getByLabel("How often").selectOption("As I write it (cron)");
    assertThat(page.getByLabel("Cron expression")).hasValue("0 6 * * *");
    page.getByLabel("Cron expression").fill("0 6 31 2 *");
    page.getByLabel("Time zone").fill("Europe/Atlantis");
    page.getByLabel("Labels").fill("schedule:mine");
    button("Schedule it").click();

    assertThat(page.getByRole(AriaRole.ALERT).first()).containsText("things to put right");
    assertThat(fieldOf("Cron expression")).containsText("This never comes");
    assertThat(fieldOf("Time zone")).containsText("zone");
    assertThat(fieldOf("Duration").locator(".field-error")).isVisible();
    assertThat(fieldOf("Labels").locator(".field-error")).isVisible();
    page.getByText("Cron expression: ").click();
    assertThat(page.getByLabel("Cron expression")).isFocused();
    assertThat(page.getByLabel("Cron expression")).hasAttribute("aria-invalid", "true");
  }

  @Test
  void allOfItIsKeptByAnEditButWhatIsChanged() {
    JsonObject callback =
        Json.createObjectBuilder()
            .add("url", "https://example.org/hook")
            .add("events", Json.createArrayBuilder().add("failed"))
            .build();
    String id =
        stored(
            body("Before")
                .add("timeout", "PT5M")
                .add("maxAttempts", 2)
                .add("catchUp", "skip")
                .add("priority", 7)
                .add("labels", Json.createObjectBuilder().add("team", "ops"))
                .add("callback", callback));
    page.navigate("/schedules");
    page.getByRole(AriaRole.LINK, named("Edit")).click();
    assertThat(page).hasURL(server() + "/schedules?edit=" + id);
    assertThat(page.getByLabel("How often")).hasValue("2");
    assertThat(page.getByLabel("Duration")).hasValue("PT0S");
    page.getByLabel(NAME).fill("After");
    page.getByLabel("Priority").fill("9");
    button("Save").click();

    assertThat(page.getByRole(AriaRole.HEADING, named("After is scheduled"))).isFocused();
    assertThat(card()).containsText("Every weekday at 02:30, Europe/Berlin");
    JsonObject now = stored(id);
    assertThat(now.getString("name")).isEqualTo("After");
    assertThat(now.getInt("priority")).isEqualTo(9);
    assertThat(now.getString("cron")).isEqualTo("30 2 * * 1-5");
    assertThat(now.getString("timeout")).isEqualTo("PT5M");
    assertThat(now.getInt("maxAttempts")).isEqualTo(2);
    assertThat(now.getString("catchUp")).isEqualTo("skip");
    assertThat(now.getJsonObject("labels").getString("team")).isEqualTo("ops");
    assertThat(now.getJsonObject("callback")).isEqualTo(callback);
    assertThat(now.getJsonObject("input").getString("duration")).isEqualTo("PT0S");
  }

  @Test
  void whatSomebodyElseHasChangedIsOnlyReplacedKnowingly() {
    String id = stored(body("Before"));
    page.navigate("/schedules?edit=" + id);
    page.getByLabel(NAME).fill("Mine");
    json(page.request().put(SCHEDULES + "/" + id, sent(body("Theirs"))));
    button("Save").click();
    assertThat(page.getByRole(AriaRole.ALERT))
        .containsText("Somebody else has changed this schedule");
    assertThat(stored(id).getString("name")).isEqualTo("Theirs");

    button("Save").click();
    assertThat(page.getByRole(AriaRole.HEADING, named("Mine is scheduled"))).isFocused();
    assertThat(stored(id).getString("name")).isEqualTo("Mine");
  }

  /** A run makes another of it, too, but nobody's changes are lost by saving. */
  @Test
  @Timeout(240)
  void aRunMeanwhileIsNoneOfTheVisitorsConcern() {
    // Due in 20 to 80 seconds, when both pages are open.
    long minute = Instant.now().plusSeconds(80).getEpochSecond() / 60 % 60;
    String id = stored(body("Before").add("cron", minute + " * * * *"));
    page.navigate("/schedules?edit=" + id);
    page.getByLabel(NAME).fill("After");
    Page list = page.context().newPage();
    list.navigate("/schedules");
    assertThat(list.locator("article.schedule")).containsText("None yet");
    assertThat(list.locator(LAST_JOB)).isVisible(new IsVisibleOptions().setTimeout(PATIENCE_MS));
    button("Save").click();

    assertThat(page.getByRole(AriaRole.HEADING, named("After is scheduled"))).isFocused();
    assertThat(stored(id).getString("name")).isEqualTo("After");
    page.locator(LAST_JOB).click();
    assertThat(page.locator("h1")).hasText("Simulation");
  }

  @Test
  void whatStrangersWroteIsText() {
    String id = stored(body(HARM).add("labels", Json.createObjectBuilder().add("note", HARM)));
    page.navigate("/schedules");
    assertThat(card().locator("h2")).hasText(HARM);
    assertThat(card().locator(".tags")).containsText(HARM);
    button("Run now").click();
    assertThat(card()).containsText("A job was submitted");
    page.navigate("/schedules?edit=" + id);
    assertThat(page.getByLabel(NAME)).hasValue(HARM);
    page.navigate("/schedules?edit=" + HARM.replace("=", "%3D"));
    assertThat(page.locator("main")).containsText("There is no such schedule");
    page.navigate("/schedules?new&type=" + HARM.replace("=", "%3D"));
    assertThat(page.getByLabel("Type of job")).hasValue("-1");
    assertThat(page.evaluate("window.harm === undefined")).isEqualTo(true);
  }

  @Test
  void whatWasEnteredForATypeIsThereWhenItIsChosenAgain() {
    page.navigate("/schedules?new&type=simulation");
    page.getByLabel("Duration").fill("PT7S");
    Locator types = page.getByLabel("Type of job");
    types.selectOption("Report");
    assertThat(page.locator("fieldset").first()).containsText("comes without a file.");
    assertThat(page).hasURL(Pattern.compile("type=report"));
    types.selectOption("Simulation");
    assertThat(page.getByLabel("Duration")).hasValue("PT7S");
    assertThat(types.locator("option")).not().containsText(new String[] {"Import"});
  }

  @ParameterizedTest
  @CsvSource({"DARK, 360", "LIGHT, 1440"})
  void isAccessibleAndFits(ColorScheme scheme, int width) {
    arriveWith(new NewContextOptions().setColorScheme(scheme).setViewportSize(width, 740));
    JsonObjectBuilder labels = Json.createObjectBuilder().add("note", "x".repeat(200));
    String id = stored(body("averylongnamewithoutanybreak".repeat(3)).add("labels", labels));
    for (String path : List.of("/schedules?times=" + id, "/schedules?edit=" + id)) {
      page.navigate(path);
      assertThat(page.locator("[aria-busy=true]")).hasCount(0);
      assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(width);
      assertThat(new AxeBuilder(page).analyze().getViolations()).as(path).isEmpty();
    }
  }

  private Locator card() {
    return page.locator("article.schedule");
  }

  private Locator fieldOf(String label) {
    return page.locator(".field")
        .filter(new Locator.FilterOptions().setHas(page.getByLabel(label)));
  }

  private Locator button(String name) {
    return page.getByRole(AriaRole.BUTTON, named(name));
  }

  private static GetByRoleOptions named(String name) {
    return new GetByRoleOptions().setName(name);
  }
}
