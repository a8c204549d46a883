package dev.accepted.webhooks;

import static dev.accepted.webhooks.Receiver.status;
import static org.assertj.core.api.Assertions.assertThat;

import com.standardwebhooks.Webhook;
import dev.accepted.engine.EngineFixture;
import dev.accepted.job.Job;
import dev.accepted.job.JobStatus;
import dev.accepted.webhooks.Receiver.Received;
import io.cloudevents.CloudEvent;
import jakarta.json.JsonObject;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is delivered, and when; on any database. */
abstract class WebhooksContract extends WebhooksFixture {

  @Test
  void aCloudEventIsDeliveredThatTheClientSSecretHasSigned() throws Exception {
    Job job = submit("nothing", null, SECRET);

    Received received = receiver.next();

    new Webhook(SECRET).verify(received.body(), received.headers());
    assertThat(received.path()).isEqualTo("/hook?token=t");
    assertThat(received.header("content-type")).startsWith("application/cloudevents+json");
    CloudEvent event = event(received);
    assertThat(event.getType()).isEqualTo("dev.accepted.job.succeeded");
    assertThat(event.getSource()).hasToString(LINKS + "jobs");
    assertThat(event.getSubject()).isEqualTo(job.id().toString());
    assertThat(event.getTime().toInstant())
        .isBetween(clock.instant().minusSeconds(60), clock.instant());
    JsonObject status = data(event);
    assertThat(status.getString("status")).isEqualTo("succeeded");
    assertThat(status.getJsonObject("labels").getString("team")).isEqualTo("ops");
    assertThat(status.getJsonObject("links").getString("deliveries"))
        .isEqualTo(LINKS + "jobs/" + job.id() + "/deliveries");
    DeliveryReport report = await(job, "delivered", 1);
    assertThat(report.url()).isEqualTo(receiver.url("/hook"));
    assertThat(Long.toString(report.event())).isEqualTo(event.getId());
    assertThat(report.attempts().get(0).status()).isEqualTo(204);
  }

  @Test
  void theServerSignsWhereTheClientHasGivenNoSecret() throws Exception {
    submit("nothing", null, null);

    Received received = receiver.next();

    String secret = Files.readString(folder.resolve("webhooks.secret")).strip();
    new Webhook(secret).verify(received.body(), received.headers());
  }

  @Test
  void onlyWhatWasAskedForIsDelivered() throws Exception {
    Job job = submit("fail", List.of("queued", "started", "failed"), null);
    List<String> types = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      types.add(event(receiver.next()).getType());
    }

    assertThat(types)
        .containsExactlyInAnyOrder(
            "dev.accepted.job.queued", "dev.accepted.job.started", "dev.accepted.job.failed");
    Job other = submit("nothing", List.of("failed"), null);
    engine.await(other.id(), JobStatus.SUCCEEDED);
    assertThat(engine.service().deliveries(other)).isEmpty();
    assertThat(engine.service().deliveries(job)).hasSize(3);
  }

  @Test
  void whatFailsIsTriedAgainWithTheSameIdAndBodyUntilItIsDead() throws Exception {
    for (int i = 0; i < 9; i++) {
      receiver.answers(status(i % 2 == 0 ? 500 : 302, "Location", receiver.url("/elsewhere")));
    }
    Job job = submit("nothing", null, SECRET);
    Received first = receiver.next();
    for (int i = 1; i < 9; i++) {
      DeliveryReport waiting = await(job, "waiting", i);
      assertThat(waiting.nextAttemptAt()).isAfter(clock.instant());
      engine.pass(Duration.between(clock.instant(), waiting.nextAttemptAt()));
      Received again = receiver.next();
      assertThat(again.body()).isEqualTo(first.body());
      assertThat(again.path()).isEqualTo(first.path());
      assertThat(again.header("webhook-id")).isEqualTo(first.header("webhook-id"));
      long seconds = Long.parseLong(again.header("webhook-timestamp"));
      assertThat(seconds).isEqualTo(clock.instant().getEpochSecond());
      assertThat(again.header("webhook-signature"))
          .isEqualTo(new Webhook(SECRET).sign(again.header("webhook-id"), seconds, again.body()));
    }
    DeliveryReport dead = await(job, "dead", 9);
    Duration all = Duration.between(dead.attempts().get(0).at(), dead.attempts().get(8).at());
    assertThat(all).isBetween(Duration.ofHours(18), Duration.ofHours(29));
    engine.pass(A_DAY);
    assertThat(receiver.waiting()).isZero();

    assertThat(
            engine.service().sendAgain(job, dead, EngineFixture.ACTOR).toCompletableFuture().get())
        .isTrue();

    assertThat(receiver.next().body()).isEqualTo(first.body());
    await(job, "delivered", 10);
  }

  @Test
  void retryAfterIsHonouredInSecondsAndAsADate() throws Exception {
    Instant date = clock.instant().plus(Duration.ofHours(3));
    receiver.answers(
        status(503, "Retry-After", "3600"),
        status(
            429,
            "Retry-After",
            java.time.format.DateTimeFormatter.RFC_1123_DATE_TIME.format(
                date.atOffset(java.time.ZoneOffset.UTC))));
    Job job = submit("nothing", null, null);

    assertThat(await(job, "waiting", 1).nextAttemptAt())
        .isEqualTo(clock.instant().plusSeconds(3600));
    engine.pass(Duration.ofHours(1));
    assertThat(await(job, "waiting", 2).nextAttemptAt())
        .isBetween(date.minusSeconds(2), date.plusSeconds(1));
  }

  @Test
  void aLongAnswerIsNotReadToItsEnd() throws Exception {
    receiver.answers(
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          byte[] part = new byte[1 << 16];
          try {
            while (true) {
              exchange.getResponseBody().write(part);
            }
          } catch (java.io.IOException cut) {
            // as it should be
          }
        });
    Job job = submit("nothing", null, null);

    assertThat(await(job, "delivered", 1).attempts().get(0).status()).isEqualTo(200);
  }
}
