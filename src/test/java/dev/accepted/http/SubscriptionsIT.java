package dev.accepted.http;

import static dev.accepted.webhooks.Receiver.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.standardwebhooks.Webhook;
import dev.accepted.metrics.Samples;
import dev.accepted.webhooks.Receiver;
import dev.accepted.webhooks.Receiver.Received;
import jakarta.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Standing subscriptions of a whole server, over the network. */
@Timeout(120)
class SubscriptionsIT {

  private static final String SUBSCRIPTIONS = "/api/subscriptions";
  private static final Duration PATIENCE = Duration.ofSeconds(40);

  @RegisterExtension
  static final ReceivingServer SERVER =
      new ReceivingServer(
          Map.of("accepted.webhooks.subscriptions", "3", "accepted.webhooks.retries", "PT1S,PT1S"));

  private Api api;
  private Receiver receiver;

  @BeforeEach
  void start() {
    api = SERVER.api();
    receiver = SERVER.receiver();
  }

  @AfterEach
  void stop() {
    api.get(SUBSCRIPTIONS)
        .json()
        .getJsonArray("subscriptions")
        .getValuesAs(JsonObject.class)
        .forEach(one -> delete(self(one)));
  }

  private static String self(JsonObject subscription) {
    return subscription.getJsonObject("links").getString("self");
  }

  private static String link(JsonObject subscription, String relation) {
    return subscription.getJsonObject("links").getString(relation);
  }

  private Answer delete(String url, String... headers) {
    return api.send("DELETE", url, BodyPublishers.noBody(), headers);
  }

  private String body(String more) {
    return "{\"url\":\"http://localhost:%d/hook?token=t\"%s}".formatted(receiver.port(), more);
  }

  private JsonObject subscribe(String more) {
    Answer answer = api.postJson(SUBSCRIPTIONS, body(more));
    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    assertThat(answer.header("Location")).isEqualTo(self(answer.json()));
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    return answer.json();
  }

  private String submit(String label) {
    return api.simulate("{\"duration\":\"PT0S\"}", "?label=" + label);
  }

  private static void await(BooleanSupplier condition) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).isLessThan(end);
    }
  }

  private JsonObject delivery(JsonObject subscription, String state) {
    JsonObject[] found = new JsonObject[1];
    await(
        () -> {
          for (JsonObject one :
              api.get(link(subscription, "deliveries"))
                  .json()
                  .getJsonArray("deliveries")
                  .getValuesAs(JsonObject.class)) {
            if (one.getString("state").equals(state)) {
              found[0] = one;
            }
          }
          return found[0] != null;
        });
    return found[0];
  }

  private static void isSigned(Received received, String... secrets) {
    assertThat(received.header("webhook-signature").split(" ")).hasSize(secrets.length);
    for (String secret : secrets) {
      assertThatCode(() -> new Webhook(secret).verify(received.body(), received.headers()))
          .doesNotThrowAnyException();
    }
  }

  @Test
  void whatItsFilterAdmitsIsToldFromTheAnswerOn() throws Exception {
    JsonObject fresh =
        subscribe(
            ",\"types\":[\"simulation\"],\"events\":[\"succeeded\"],\"labels\":{\"team\":\"ops\"}");
    submit("team:dev");

    String job = submit("team:ops");

    Received received = receiver.next();
    isSigned(received, fresh.getString("secret"));
    assertThat(received.path()).isEqualTo("/hook?token=t");
    assertThat(received.body()).contains(job.replaceAll(".*/", ""), api.server() + "/api/jobs/");
    JsonObject delivered = delivery(fresh, "delivered");
    assertThat(job).endsWith(delivered.getString("job"));
    assertThat(delivered.getString("subscription")).isEqualTo(fresh.getString("id"));
    Answer again = api.post(delivered.getJsonObject("links").getString("send"));
    assertThat(again.status()).as(again.text()).isEqualTo(202);
    assertThat(receiver.next().body()).isEqualTo(received.body());
    assertThat(receiver.waiting()).isZero();
  }

  @Test
  void itsSecretIsShownOnceAndItsUrlWithoutItsQuery() {
    JsonObject fresh = subscribe("");

    Answer read = api.get(self(fresh));

    assertThat(read.text()).doesNotContain("whsec_", "token");
    assertThat(fresh.getString("secret")).startsWith("whsec_");
    assertThat(fresh.getString("url")).endsWith("/hook");
    assertThat(fresh).doesNotContainKeys("types", "labels", "stateReason");
    assertThat(fresh.getJsonArray("events")).hasSize(7);
    assertThat(api.get(SUBSCRIPTIONS).json().getJsonArray("subscriptions"))
        .containsExactly(read.json());
    String tag = read.header("ETag");
    assertThat(api.get(self(fresh), "If-None-Match", tag).status()).isEqualTo(304);
    assertThat(api.send("HEAD", self(fresh), BodyPublishers.noBody()).header("ETag"))
        .isEqualTo(tag);
    assertThat(api.get(self(fresh), "Accept", "text/csv").status()).isEqualTo(406);
  }

  @Test
  void aSecretIsReplacedWithAnOverlap() throws Exception {
    JsonObject fresh = subscribe(",\"events\":[\"succeeded\"]");

    Answer rotated = api.post(link(fresh, "secret"));

    assertThat(rotated.status()).as(rotated.text()).isEqualTo(200);
    String secret = rotated.text("secret");
    assertThat(secret).isNotEqualTo(fresh.getString("secret"));
    assertThat(Instant.parse(rotated.text("formerSecretUntil")))
        .isBetween(Instant.now().plusSeconds(86_000), Instant.now().plusSeconds(86_400));
    submit("a:b");
    isSigned(receiver.next(), secret, fresh.getString("secret"));
    Answer atOnce = api.postJson(link(fresh, "secret"), "{\"overlap\":\"PT0S\"}");
    submit("a:b");
    isSigned(receiver.next(), atOnce.text("secret"));
    assertThat(api.postJson(link(fresh, "secret"), "{\"overlap\":\"P8D\"}").text())
        .contains("\"pointer\":\"/overlap\"");
    assertThat(api.postJson(link(fresh, "secret"), "{\"overlap\":\"a day\"}").status())
        .isEqualTo(422);
  }

  @Test
  void goneEndsItAndResumingBeginsItAgain() throws Exception {
    receiver.answers(status(410));
    JsonObject fresh = subscribe(",\"events\":[\"succeeded\"]");
    submit("a:b");
    await(() -> api.get(self(fresh)).text("state").equals("gone"));

    Answer gone = api.get(self(fresh));

    assertThat(gone.text("stateReason")).contains("410");
    assertThat(gone.json().getJsonObject("links")).containsKey("resume");
    receiver.next();
    Answer resumed = api.post(link(gone.json(), "resume"));
    assertThat(resumed.text("state")).isEqualTo("active");
    submit("a:b");
    receiver.next();
    JsonObject paused = api.post(link(resumed.json(), "pause")).json();
    assertThat(paused.getString("state")).isEqualTo("paused");
    submit("a:b");
    assertThat(api.get(link(paused, "deliveries") + "?limit=1").text("next")).isNotEmpty();
    assertThat(api.get(link(paused, "deliveries")).json().getJsonArray("deliveries")).hasSize(2);
  }

  @Test
  void itIsChangedAsAWhole() throws Exception {
    JsonObject fresh = subscribe(",\"events\":[\"succeeded\"],\"labels\":{\"a\":\"b\"}");

    Answer changed = change(fresh, body(",\"events\":[\"queued\"]").replace("hook", "moved"));

    assertThat(changed.status()).as(changed.text()).isEqualTo(200);
    assertThat(changed.text("url")).endsWith("/moved");
    assertThat(changed.json()).doesNotContainKeys("labels", "secret");
    submit("c:d");
    Received received = receiver.next();
    assertThat(received.path()).startsWith("/moved");
    assertThat(received.body()).contains("dev.accepted.job.queued");
    isSigned(received, fresh.getString("secret"));
  }

  private Answer change(JsonObject subscription, String body, String... condition) {
    String[] headers = Arrays.copyOf(condition, condition.length + 2);
    headers[condition.length] = "Content-Type";
    headers[condition.length + 1] = "application/json";
    return api.send("PUT", self(subscription), BodyPublishers.ofString(body), headers);
  }

  @Test
  void whatOthersHaveChangedMeanwhileStaysAsItIs() {
    JsonObject fresh = subscribe("");
    String seen = api.get(self(fresh)).header("ETag");
    Answer theirs = change(fresh, body("").replace("hook", "theirs"), "If-Match", seen);
    assertThat(theirs.status()).as(theirs.text()).isEqualTo(200);

    for (Answer refused :
        new Answer[] {
          change(fresh, body("").replace("hook", "mine"), "If-Match", seen),
          delete(self(fresh), "If-Match", seen),
          delete(self(fresh), "If-Match", "W/" + api.get(self(fresh)).header("ETag")),
        }) {
      assertThat(refused.status()).as(refused.text()).isEqualTo(412);
      assertThat(refused.problem()).isEqualTo("precondition-failed");
    }

    Answer now = api.get(self(fresh));
    assertThat(now.text("url")).endsWith("/theirs");
    Answer any = change(fresh, body(""), "If-Match", "*");
    assertThat(any.status()).as(any.text()).isEqualTo(200);
    String last = api.get(self(fresh)).header("ETag");
    assertThat(delete(self(fresh), "If-Match", "\"another\", " + last).status()).isEqualTo(204);
    assertThat(delete(self(fresh), "If-Match", last).status()).isEqualTo(404);
  }

  @Test
  void whatIsRemovedIsNotThere() {
    JsonObject fresh = subscribe("");

    assertThat(delete(self(fresh)).status()).isEqualTo(204);

    for (Answer answer :
        new Answer[] {
          delete(self(fresh)),
          api.get(self(fresh)),
          api.get(link(fresh, "deliveries")),
          api.post(link(fresh, "secret")),
          api.post(link(fresh, "pause")),
          api.post(self(fresh) + "/resume"),
          api.post(link(fresh, "deliveries") + "/1/send"),
          api.get(SUBSCRIPTIONS + "/nonsense"),
        }) {
      assertThat(answer.status()).as(answer.text()).isEqualTo(404);
    }
  }

  @Test
  void thereAreOnlySoMany() {
    subscribe("");
    subscribe("");
    subscribe("");

    Answer answer = api.postJson(SUBSCRIPTIONS, body(""));

    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.problem()).isEqualTo("too-many-subscriptions");
    assertThat(answer.json().getInt("limit")).isEqualTo(3);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{}                                                            | /url",
        "{\"url\":1}                                                   | /url",
        "{\"url\":\"ftp://example.org/\"}                              | /url",
        "{\"url\":\"http://127.0.0.1/\"}                               | /url",
        "{\"url\":\"http://169.254.169.254/latest\"}                   | /url",
        "{\"url\":\"http://example.org/\",\"types\":[\"nothing\"]}     | /types",
        "{\"url\":\"http://example.org/\",\"types\":\"simulation\"}    | /types",
        "{\"url\":\"http://example.org/\",\"events\":[]}               | /events",
        "{\"url\":\"http://example.org/\",\"events\":[\"progress\"]}   | /events",
        "{\"url\":\"http://example.org/\",\"labels\":{\"a\":1}}        | /labels",
        "{\"url\":\"http://example.org/\",\"secret\":\"hunter-2\"}     | /secret",
        "{\"url\":\"http://example.org/\",\"evnets\":[\"failed\"]}     | /evnets",
      })
  void whatCanNotBeIsRefusedWithPointers(String body, String pointer) {
    Answer answer = api.postJson(SUBSCRIPTIONS, body);

    assertThat(answer.status()).as(answer.text()).isEqualTo(422);
    assertThat(answer.problem()).isEqualTo("invalid-input");
    assertThat(answer.json().getJsonArray("errors").getJsonObject(0).getString("pointer"))
        .isEqualTo(pointer);
    assertThat(answer.text()).doesNotContain("hunter-2");
  }

  @Test
  void aBodyHasToBeJson() {
    assertThat(api.postJson(SUBSCRIPTIONS, "{").problem()).isEqualTo("malformed-json");
    assertThat(api.post(SUBSCRIPTIONS).status()).isEqualTo(415);
    assertThat(api.post(SUBSCRIPTIONS, "Content-Type", "text/plain").status()).isEqualTo(415);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "                     | PUT    | GET, HEAD, OPTIONS, POST",
        "/1                   | POST   | DELETE, GET, HEAD, OPTIONS, PUT",
        "/1/secret            | GET    | OPTIONS, POST",
        "/1/pause             | GET    | OPTIONS, POST",
        "/1/resume            | GET    | OPTIONS, POST",
        "/1/deliveries        | POST   | GET, HEAD, OPTIONS",
        "/1/deliveries/1/send | GET    | OPTIONS, POST",
      })
  void eachResourceSaysWhatItAllows(String path, String method, String allowed) {
    String resource = SUBSCRIPTIONS + (path == null ? "" : path);
    Answer options = api.send("OPTIONS", resource, BodyPublishers.noBody());
    Answer refused = api.send(method, resource, BodyPublishers.noBody());

    assertThat(options.status()).isEqualTo(204);
    assertThat(options.header("Allow")).isEqualTo(allowed);
    assertThat(refused.status()).isEqualTo(405);
    assertThat(refused.header("Allow")).isEqualTo(allowed);
  }

  @Test
  void whatIsSentIsCounted() throws Exception {
    Samples before = scrape();
    receiver.answers(status(500), status(500), status(500));
    JsonObject fresh = subscribe(",\"events\":[\"succeeded\"]");
    await(() -> scrape().value("accepted_webhook_subscriptions_active") == 1);

    submit("a:b");

    JsonObject dead = delivery(fresh, "dead");
    assertThat(grown(before, "accepted_webhook_attempts_total{outcome=\"rejected\"}")).isEqualTo(3);
    await(() -> grown(before, "accepted_webhook_dead_total") == 1);
    api.post(dead.getJsonObject("links").getString("send"));
    delivery(fresh, "delivered");
    assertThat(grown(before, "accepted_webhook_attempts_total{outcome=\"delivered\"}"))
        .isEqualTo(1);
    assertThat(grown(before, "accepted_webhook_attempt_seconds_count")).isEqualTo(4);
    await(() -> scrape().value("accepted_webhook_deliveries_waiting") == 0);
  }

  private double grown(Samples before, String name) {
    return scrape().value(name) - before.value(name);
  }

  private Samples scrape() {
    return new Samples(api.get("/metrics").text());
  }
}
