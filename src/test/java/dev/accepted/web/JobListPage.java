package dev.accepted.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.Page.GetByTextOptions;
import com.microsoft.playwright.options.AriaRole;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;

/** The list of jobs. Each test has a label of its own, so that it sees no others' jobs. */
abstract class JobListPage extends DeployedPages {

  protected static final String LONG = "{\"duration\": \"PT5M\", \"steps\": 3000}";
  protected static final String SHORT = "{\"duration\": \"PT0S\"}";
  protected static final String FAILING =
      "{\"duration\": \"PT0S\", \"outcome\": \"failed\", \"message\": \"out of chalk\"}";

  protected final String label = "run:" + UUID.randomUUID();

  /** Jobs that go on would keep others from running. */
  @AfterEach
  void endJobs() {
    APIResponse going = page.request().get("/api/jobs?status=queued&status=running&label=" + label);
    try (JsonReader reader = Json.createReader(new StringReader(going.text()))) {
      reader.readObject().getJsonArray("jobs").getValuesAs(JsonObject.class).stream()
          .map(job -> job.getString("id"))
          .forEach(id -> page.request().delete("/api/jobs/" + id));
    }
  }

  protected void open(String more) {
    page.navigate("/jobs?label=" + label + more);
    assertThat(page.locator("[aria-busy=true]")).hasCount(0);
  }

  protected String submit(String script) {
    return simulate("?maxAttempts=1&label=" + label, script);
  }

  protected void cancel(String id) {
    assertThat(page.request().post("/api/jobs/" + id + "/cancel").ok()).isTrue();
  }

  protected void press(String... keys) {
    for (String key : keys) {
      page.keyboard().press(key);
    }
  }

  protected Locator rows() {
    return page.locator("tbody tr");
  }

  protected Locator row(String id) {
    return page.locator("tbody tr[data-id='" + id + "']");
  }

  protected Locator button(String name) {
    return page.getByRole(AriaRole.BUTTON, named(name));
  }

  protected Locator link(String name) {
    return page.getByRole(AriaRole.LINK, named(name));
  }

  protected static GetByTextOptions exactly() {
    return new GetByTextOptions().setExact(true);
  }

  protected static GetByRoleOptions named(String name) {
    return new GetByRoleOptions().setName(name).setExact(true);
  }

  protected static String escaped(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
