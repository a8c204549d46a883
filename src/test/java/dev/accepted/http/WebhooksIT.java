package dev.accepted.http;

import static dev.accepted.webhooks.Receiver.status;
import static org.assertj.core.api.Assertions.assertThat;

import com.standardwebhooks.Webhook;
import dev.accepted.webhooks.Receiver;
import dev.accepted.webhooks.Receiver.Received;
import io.cloudevents.CloudEvent;
import io.cloudevents.jackson.JsonFormat;
import jakarta.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a receiver gets from a whole server, over the network. */
class WebhooksIT {

  private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
  private static final Duration PATIENCE = Duration.ofSeconds(40);

  @RegisterExtension
  static final ReceivingServer SERVER =
      new ReceivingServer(
          Map.of("accepted.webhooks.timeout", "PT2S", "accepted.webhooks.retries", "PT1S,PT1S"));

  private Api api;
  private Receiver receiver;

  @BeforeEach
  void start() {
    api = SERVER.api();
    receiver = SERVER.receiver();
  }

  private String hook() {
    return "http://localhost:" + receiver.port() + "/hook";
  }

  private JsonObject submit(String duration, String callback) {
    Answer answer =
        api.postJson(
            "/api/jobs",
            "{\"type\":\"simulation\",\"input\":{\"duration\":\"%s\"},\"callback\":%s}"
                .formatted(duration, callback));
    assertThat(answer.status()).as(answer.text()).isEqualTo(202);
    return answer.json();
  }

  private static String deliveries(JsonObject job) {
    return job.getJsonObject("links").getString("deliveries");
  }

  private JsonObject await(JsonObject job, String state) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    Answer list;
    do {
      list = api.get(deliveries(job));
      for (var delivery : list.json().getJsonArray("deliveries").getValuesAs(JsonObject.class)) {
        if (delivery.getString("state").equals(state)) {
          return delivery;
        }
      }
    } while (System.nanoTime() < end);
    throw new AssertionError(list.text());
  }

  private static JsonObject attempt(JsonObject delivery, int index) {
    return delivery.getJsonArray("attempts").getJsonObject(index);
  }

  @Test
  void theLibrariesReadWhatIsDelivered() throws Exception {
    JsonObject job = submit("PT0S", "{\"url\":\"%s\",\"secret\":\"%s\"}".formatted(hook(), SECRET));

    Received received = receiver.next();

    new Webhook(SECRET).verify(received.body(), received.headers());
    CloudEvent event =
        new JsonFormat().deserialize(received.body().getBytes(StandardCharsets.UTF_8));
    assertThat(event.getType()).isEqualTo("dev.accepted.job.succeeded");
    assertThat(event.getSource()).hasToString(api.server() + "/api/jobs");
    assertThat(event.getSubject()).isEqualTo(job.getString("id"));
    String data = new String(event.getData().toBytes(), StandardCharsets.UTF_8);
    assertThat(data).contains("\"resourceLocation\":\"" + api.server() + "/api/jobs/");
    JsonObject delivery = await(job, "delivered");
    assertThat(delivery.getString("eventId")).isEqualTo(event.getId());
    assertThat(attempt(delivery, 0).getInt("status")).isEqualTo(204);
  }

  @Test
  void anUrlIsEnoughAndTheServerSignsThen() throws Exception {
    api.simulate("{\"duration\":\"PT0S\"}", "?callback=" + hook());

    Received received = receiver.next();

    Path data = Path.of(SERVER.setup().settings().get("accepted.data"));
    String secret = Files.readString(data.resolve("webhooks.secret")).strip();
    new Webhook(secret).verify(received.body(), received.headers());
  }

  @Test
  void whoFailsIsTriedAgainUntilItIsDeadAndOnceMoreWhenAsked() throws Exception {
    receiver.answers(status(500), status(307, "Location", hook()), status(503));
    JsonObject job = submit("PT0S", "{\"url\":\"%s\"}".formatted(hook()));

    JsonObject dead = await(job, "dead");

    assertThat(dead.getJsonArray("attempts")).hasSize(3);
    assertThat(attempt(dead, 1).getInt("status")).isEqualTo(307);
    String body = receiver.next().body();
    assertThat(receiver.next().body()).isEqualTo(body);
    assertThat(receiver.next().body()).isEqualTo(body);
    Answer again = api.post(dead.getJsonObject("links").getString("send"));
    assertThat(again.status()).as(again.text()).isEqualTo(202);
    assertThat(receiver.next().body()).isEqualTo(body);
    assertThat(await(job, "delivered").getJsonArray("attempts")).hasSize(4);
  }

  @Test
  void whoHangsIsGivenUpAndWhoAnswersSlowlyIsHeard() throws Exception {
    CountDownLatch hang = new CountDownLatch(1);
    receiver.answers(
        exchange -> hang.await(),
        exchange -> {
          exchange.sendResponseHeaders(200, 1000);
          exchange.getResponseBody().write('.');
          exchange.getResponseBody().flush();
          hang.await();
        });
    JsonObject job = submit("PT0S", "{\"url\":\"%s\"}".formatted(hook()));

    JsonObject delivery = await(job, "delivered");

    assertThat(attempt(delivery, 0).getString("error")).isEqualTo("timeout");
    assertThat(Duration.parse(attempt(delivery, 0).getString("duration")))
        .isBetween(Duration.ofMillis(1900), Duration.ofSeconds(15));
    assertThat(attempt(delivery, 1).getInt("status")).isEqualTo(200);
    hang.countDown();
  }

  @Test
  void goneStopsTheCallback() throws Exception {
    receiver.answers(status(410));
    JsonObject job =
        submit("PT1H", "{\"url\":\"%s\",\"events\":[\"started\",\"canceled\"]}".formatted(hook()));
    await(job, "gone");

    assertThat(api.post(job.getJsonObject("links").getString("cancel")).status()).isIn(200, 202);

    String status = job.getJsonObject("links").getString("status");
    assertThat(api.get(status, "Prefer", "wait=20").text("status")).isEqualTo("canceled");
    assertThat(api.get(deliveries(job)).json().getJsonArray("deliveries"))
        .hasSize(2)
        .allSatisfy(
            delivery -> assertThat(((JsonObject) delivery).getString("state")).isEqualTo("gone"));
    receiver.next();
    assertThat(receiver.waiting()).isZero();
  }

  @Test
  void retryAfterIsHonoured() throws Exception {
    receiver.answers(status(503, "Retry-After", "3"));
    JsonObject job = submit("PT0S", "{\"url\":\"%s\"}".formatted(hook()));

    JsonObject delivery = await(job, "delivered");

    Instant first = Instant.parse(attempt(delivery, 0).getString("at"));
    Instant second = Instant.parse(attempt(delivery, 1).getString("at"));
    assertThat(Duration.between(first, second))
        .isBetween(Duration.ofSeconds(3), Duration.ofSeconds(20));
  }

  @Test
  void whatARemovalTellsIsDelivered() throws Exception {
    JsonObject job = submit("PT1H", "{\"url\":\"%s\"}".formatted(hook()));

    String self = job.getJsonObject("links").getString("self");
    assertThat(api.send("DELETE", self, BodyPublishers.noBody()).status()).isEqualTo(204);

    assertThat(receiver.next().body()).contains("dev.accepted.job.canceled");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"url\":\"ftp://example.org/\"}",
        "{\"url\":\"/hook\"}",
        "{\"url\":\"http://user@example.org/\"}",
        "{\"url\":\"http://example.org/#part\"}",
        "{\"url\":\"http://127.0.0.1/\"}",
        "{\"url\":\"http://[::ffff:10.0.0.1]/\"}",
        "{\"url\":\"http://169.254.169.254/latest/\"}",
        "{\"url\":\"https://example.org/\",\"events\":[]}",
        "{\"url\":\"https://example.org/\",\"events\":[\"done\"]}",
        "{\"url\":\"https://example.org/\",\"secret\":\"secret\"}",
      })
  void whatCanNotBeIsRefusedAtOnce(String callback) {
    Answer answer =
        api.postJson(
            "/api/jobs",
            "{\"type\":\"simulation\",\"input\":{\"duration\":\"PT0S\"},\"callback\":%s}"
                .formatted(callback));

    assertThat(answer.status()).as(answer.text()).isEqualTo(400);
    assertThat(answer.text("parameter")).isEqualTo("callback");
  }

  @Test
  void aDeliveryThatIsNotThereOrStillToBeSentCanNotBeSentAgain() {
    receiver.answers(status(503, "Retry-After", "3600"));
    JsonObject job = submit("PT0S", "{\"url\":\"%s\"}".formatted(hook()));
    int number = await(job, "waiting").getInt("number");

    assertThat(api.post(deliveries(job) + "/" + number + "/send").status()).isEqualTo(409);
    assertThat(api.post(deliveries(job) + "/999999/send").status()).isEqualTo(404);
    assertThat(api.post(deliveries(job) + "/x/send").status()).isEqualTo(404);
  }
}
