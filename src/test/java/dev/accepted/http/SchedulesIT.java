package dev.accepted.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accepted.webhooks.Receiver.Received;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Schedules of a whole server, over the network. */
@Timeout(180)
class SchedulesIT {

  private static final String SCHEDULES = "/api/schedules";

  /** A minute until it is due, a second for the pass, and a slow machine. */
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @RegisterExtension
  static final ReceivingServer SERVER = new ReceivingServer(Map.of("accepted.schedules.max", "3"));

  private Api api;

  @BeforeEach
  void start() {
    api = SERVER.api();
  }

  @AfterEach
  void stop() {
    list().forEach(one -> delete(link(one, "self")));
  }

  private List<JsonObject> list() {
    return api.get(SCHEDULES).json().getJsonArray("schedules").getValuesAs(JsonObject.class);
  }

  private static String link(JsonObject schedule, String relation) {
    return schedule.getJsonObject("links").getString(relation);
  }

  private Answer delete(String url, String... headers) {
    return api.send("DELETE", url, BodyPublishers.noBody(), headers);
  }

  private static JsonObjectBuilder body(String cron) {
    return Json.createObjectBuilder()
        .add("name", "Some simulation")
        .add("cron", cron)
        .add("type", "simulation")
        .add("input", Json.createObjectBuilder().add("duration", "PT0S"));
  }

  private Answer add(JsonObjectBuilder body) {
    return api.postJson(SCHEDULES, body.build().toString());
  }

  private JsonObject added(JsonObjectBuilder body) {
    Answer answer = add(body);
    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    assertThat(answer.header("Location")).isEqualTo(link(answer.json(), "self"));
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    return answer.json();
  }

  private Answer change(JsonObject schedule, JsonObjectBuilder body, String... condition) {
    String[] headers = Arrays.copyOf(condition, condition.length + 2);
    headers[condition.length] = "Content-Type";
    headers[condition.length + 1] = "application/json";
    return api.send(
        "PUT", link(schedule, "self"), BodyPublishers.ofString(body.build().toString()), headers);
  }

  private List<JsonObject> jobs(JsonObject schedule) {
    return api.get(link(schedule, "jobs"))
        .json()
        .getJsonArray("jobs")
        .getValuesAs(JsonObject.class);
  }

  @Test
  void whatIsDueIsSubmittedAndFoundByItsLabel() throws Exception {
    JsonObject callback =
        Json.createObjectBuilder()
            .add("url", "http://localhost:%d/hook?token=t".formatted(SERVER.receiver().port()))
            .add("events", Json.createArrayBuilder().add("succeeded"))
            .build();
    JsonObject labels = Json.createObjectBuilder().add("team", "ops").build();
    JsonObject fresh =
        added(body("* * * * *").add("labels", labels).add("priority", 8).add("callback", callback));
    assertThat(fresh.getJsonObject("callback").getString("url")).endsWith("/hook");

    Received told = SERVER.receiver().next(PATIENCE);

    JsonObject job = jobs(fresh).get(0);
    assertThat(told.body()).contains("dev.accepted.job.succeeded", "/api/jobs/", "\"schedule\"");
    assertThat(job.getJsonObject("labels").getString("schedule")).isEqualTo(fresh.getString("id"));
    assertThat(job.getJsonObject("labels").getString("team")).isEqualTo("ops");
    JsonObject now = api.get(link(fresh, "self")).json();
    JsonObject last = now.getJsonObject("lastRun");
    assertThat(last.getString("at")).endsWith(":00.000Z");
    assertThat(api.get(last.getString("job") + "/status").status()).isEqualTo(200);
    api.post(link(fresh, "pause"));
    assertThat(jobs(fresh))
        .extracting(one -> Instant.parse(one.getString("submittedAt")).getEpochSecond() / 60)
        .doesNotHaveDuplicates();
  }

  @Test
  void itIsShownWithItsNextTimes() {
    JsonObject fresh =
        added(body("30 2 * * MON-FRI").add("zone", "Europe/Berlin").add("timeout", "PT5M"));

    Answer read = api.get(link(fresh, "self"));

    assertThat(read.json()).isEqualTo(fresh);
    assertThat(fresh.getString("catchUp")).isEqualTo("once");
    assertThat(fresh.getString("state")).isEqualTo("active");
    assertThat(fresh.getString("timeout")).isEqualTo("PT5M");
    assertThat(fresh.getJsonObject("input").getString("duration")).isEqualTo("PT0S");
    assertThat(fresh).doesNotContainKeys("lastRun", "labels", "priority", "callback");
    assertThat(fresh.getJsonArray("nextRuns")).hasSize(5);
    assertThat(Instant.parse(fresh.getJsonArray("nextRuns").getString(0)))
        .isAfter(Instant.now())
        .isBefore(Instant.now().plus(Duration.ofDays(4)));
    assertThat(list()).singleElement().satisfies(one -> assertThat(one).doesNotContainKey("input"));
    String tag = read.header("ETag");
    assertThat(api.get(link(fresh, "self"), "If-None-Match", tag).status()).isEqualTo(304);
    assertThat(api.send("HEAD", link(fresh, "self"), BodyPublishers.noBody()).header("ETag"))
        .isEqualTo(tag);
    assertThat(api.get(link(fresh, "self"), "Accept", "text/csv").status()).isEqualTo(406);
    assertThat(api.get("/api").json().getJsonObject("links").getString("schedules"))
        .endsWith(SCHEDULES);
  }

  @Test
  void itRunsWhenItIsToldToAndIsAnsweredLikeASubmission() {
    JsonObject fresh = added(body("@yearly"));

    Answer run = api.post(link(fresh, "run"), "Idempotency-Key", "\"once\"");

    assertThat(run.status()).as(run.text()).isEqualTo(202);
    assertThat(run.header("Location")).endsWith("/api/jobs/" + run.text("id"));
    assertThat(run.header("Retry-After")).isNotEmpty();
    assertThat(api.post(link(fresh, "run"), "Idempotency-Key", "\"once\"").text("id"))
        .isEqualTo(run.text("id"));
    assertThat(api.post(link(fresh, "run"), "Prefer", "wait=20").status()).isEqualTo(303);
    assertThat(jobs(fresh)).hasSize(2);
    assertThat(api.get(link(fresh, "self")).json()).isEqualTo(fresh);
    assertThat(api.post(link(fresh, "run") + "?a=b").status()).isEqualTo(400);
  }

  @Test
  void itIsPausedAndResumed() {
    JsonObject fresh = added(body("@hourly"));

    Answer paused = api.post(link(fresh, "pause"));

    assertThat(paused.status()).as(paused.text()).isEqualTo(200);
    assertThat(paused.text("state")).isEqualTo("paused");
    assertThat(paused.json().getJsonArray("nextRuns")).isEmpty();
    assertThat(paused.json().getJsonObject("links"))
        .containsKey("resume")
        .doesNotContainKey("pause");
    Answer resumed = api.post(link(paused.json(), "resume"));
    assertThat(resumed.text("state")).isEqualTo("active");
    assertThat(resumed.json().getJsonArray("nextRuns")).hasSize(5);
  }

  @Test
  void whatOthersHaveChangedMeanwhileStaysAsItIs() {
    JsonObject fresh = added(body("@yearly"));
    String seen = api.get(link(fresh, "self")).header("ETag");
    Answer theirs = change(fresh, body("@monthly").add("name", "Theirs"), "If-Match", seen);
    assertThat(theirs.status()).as(theirs.text()).isEqualTo(200);

    for (Answer refused :
        new Answer[] {
          change(fresh, body("@weekly"), "If-Match", seen),
          delete(link(fresh, "self"), "If-Match", seen),
        }) {
      assertThat(refused.status()).as(refused.text()).isEqualTo(412);
      assertThat(refused.problem()).isEqualTo("precondition-failed");
    }

    Answer now = api.get(link(fresh, "self"));
    assertThat(now.json()).isEqualTo(theirs.json());
    assertThat(now.text("name")).isEqualTo("Theirs");
    assertThat(change(fresh, body("@weekly"), "If-Match", "*").status()).isEqualTo(200);
    String last = api.get(link(fresh, "self")).header("ETag");
    assertThat(delete(link(fresh, "self"), "If-Match", last).status()).isEqualTo(204);
    assertThat(delete(link(fresh, "self")).status()).isEqualTo(404);
    assertThat(change(fresh, body("@weekly")).status()).isEqualTo(404);
    assertThat(api.post(link(fresh, "run")).status()).isEqualTo(404);
    assertThat(api.post(link(fresh, "pause")).status()).isEqualTo(404);
    assertThat(api.get(SCHEDULES + "/nonsense").status()).isEqualTo(404);
  }

  @Test
  void thereAreOnlySoManyAndTheyAreListedPageByPage() {
    added(body("@yearly").add("name", "one"));
    added(body("@yearly").add("name", "two"));
    added(body("@yearly").add("name", "three"));

    Answer more = add(body("@yearly"));

    assertThat(more.status()).isEqualTo(409);
    assertThat(more.problem()).isEqualTo("too-many-schedules");
    assertThat(more.json().getInt("limit")).isEqualTo(3);
    Answer first = api.get(SCHEDULES + "?limit=2");
    Answer second = api.get(first.text("next"));
    assertThat(names(first)).containsExactly("three", "two");
    assertThat(names(second)).containsExactly("one");
    assertThat(first.header("Link")).isEqualTo("<" + first.text("next") + ">; rel=\"next\"");
    assertThat(second.json()).doesNotContainKey("next");
    assertThat(api.get(SCHEDULES + "?cursor=x").problem()).isEqualTo("invalid-parameter");
  }

  private static List<String> names(Answer page) {
    return page.json().getJsonArray("schedules").getValuesAs(JsonObject.class).stream()
        .map(one -> one.getString("name"))
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "name        | \"\"                               | /name",
        "name        | 7                                  | /name",
        "cron        | \"61 * * * *\"                     | /cron",
        "cron        | \"0 0 31 2 *\"                     | /cron",
        "cron        | null                               | /cron",
        "zone        | \"Mars/Olympus\"                   | /zone",
        "zone        | \"+02:00\"                         | /zone",
        "catchUp     | \"never\"                          | /catchUp",
        "type        | \"nothing\"                        | /type",
        "type        | \"import\"                         | /type",
        "input       | []                                 | /input",
        "input       | {\"duration\":\"a while\"}         | /input/duration",
        "input       | {\"duration\":\"PT1S\",\"mesage\":\"a\"} | /input/mesage",
        "priority    | 10                                 | /priority",
        "priority    | 1.5                                | /priority",
        "timeout     | \"P30D\"                           | /timeout",
        "timeout     | \"soon\"                           | /timeout",
        "retain      | \"PT0S\"                           | /retain",
        "maxAttempts | 0                                  | /maxAttempts",
        "labels      | {\"a b\":\"c\"}                    | /labels",
        "labels      | {\"a\":1}                          | /labels",
        "labels      | {\"schedule\":\"mine\"}            | /labels/schedule",
        "callback    | {\"url\":\"http://127.0.0.1/\"}    | /callback",
        "callback    | {\"url\":\"http://a.example\",\"evnets\":[]} | /callback/evnets",
        "callback    | {}                                 | /callback/url",
        "runAt       | \"2030-01-01T00:00:00Z\"           | /runAt",
      })
  void whatCanNotBeIsRefusedWithPointers(String member, String value, String pointer) {
    String body = body("@yearly").add(member, "VALUE").build().toString();

    Answer answer = api.postJson(SCHEDULES, body.replace("\"VALUE\"", value));

    assertThat(answer.status()).as(answer.text()).isEqualTo(422);
    assertThat(answer.problem()).isEqualTo("invalid-input");
    assertThat(answer.json().getJsonArray("errors").getJsonObject(0).getString("pointer"))
        .isEqualTo(pointer);
    assertThat(list()).isEmpty();
  }

  @Test
  void aBodyHasToBeJson() {
    assertThat(api.postJson(SCHEDULES, "{").problem()).isEqualTo("malformed-json");
    assertThat(api.post(SCHEDULES).status()).isEqualTo(415);
    assertThat(api.postJson(SCHEDULES, "{}").json().getJsonArray("errors")).hasSize(3);
  }

  @Test
  void withoutAZoneItIsUtc() {
    int hour = Instant.now().atOffset(ZoneOffset.UTC).plusHours(2).getHour();

    JsonObject fresh = added(body("15 %d * * *".formatted(hour)));

    assertThat(fresh.getString("zone")).isEqualTo("UTC");
    assertThat(fresh.getJsonArray("nextRuns").getString(0))
        .endsWith("T%02d:15:00.000Z".formatted(hour));
  }
}
