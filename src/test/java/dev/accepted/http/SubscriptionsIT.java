package dev.accepted.http;

import static dev.accepted.webhooks.Receiver.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.standardwebhooks.Webhook;
import dev.accepted.metrics.Samples;
import dev.accepted.webhooks.Receiver.Received;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What standing subscriptions of a whole server are told, over the network. */
@Timeout(120)
class SubscriptionsIT extends SubscriptionsFixture {

  private static final Duration PATIENCE = Duration.ofSeconds(40);

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
    // What is counted is counted before the next test looks.
    await(() -> delivery(fresh, "delivered").getJsonArray("attempts").size() == 2);
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
