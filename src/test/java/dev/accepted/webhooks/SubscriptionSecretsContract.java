package dev.accepted.webhooks;

import static dev.accepted.webhooks.Receiver.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import dev.accepted.engine.EngineFixture;
import dev.accepted.engine.intake.Refusal;
import dev.accepted.engine.intake.RequestedOptions;
import dev.accepted.job.Job;
import dev.accepted.webhooks.Receiver.Received;
import dev.accepted.webhooks.SubscriptionReport.WithSecret;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How what is told is signed; on any database. */
abstract class SubscriptionSecretsContract extends SubscriptionsFixture {

  @Test
  void whatTheFilterAdmitsIsToldAndSignedWithTheSecretThatWasShown() throws Exception {
    WithSecret all =
        get(subscriptions()
                .add(
                    OWNER,
                    to("/hook", List.of("test"), List.of("succeeded"), Map.of("team", "ops")),
                    LINKS,
                    EngineFixture.ACTOR))
            .orElseThrow();
    RequestedOptions ops =
        new RequestedOptions(null, null, null, null, null, Map.of("team", "ops", "a", "b"));
    RequestedOptions dev =
        new RequestedOptions(null, null, null, null, null, Map.of("team", "dev"));
    for (Job passedOver :
        List.of(
            submit(OWNER, "test", "nothing", dev),
            submit(OWNER, "test", "nothing", RequestedOptions.NONE),
            submit(OWNER, "other", "nothing", ops),
            submit(OWNER, "test", "fail", ops))) {
      engine.await(passedOver.id(), job -> job.status().isFinal());
    }
    submit("somebody else", "test", "nothing", ops);
    Job job = submit(OWNER, "test", "nothing", ops);

    Received received = receiver.next();

    isSigned(received, all.secret());
    assertThat(received.body()).contains("dev.accepted.job.succeeded", job.id().toString());
    await(all, "delivered", 1);
    assertThat(deliveries(all)).hasSize(1);
    assertThat(engine.service().deliveries(job).get(0).subscription())
        .isEqualTo(all.subscription().id());
    assertThat(receiver.waiting()).isZero();
  }

  @Test
  void bothSecretsSignWhileTheyOverlapAndTheNewOneAloneAfterwards() throws Exception {
    receiver.answers(status(500), status(500));
    WithSecret old = subscribe(null, List.of("succeeded"));
    submit("nothing");
    isSigned(receiver.next(), old.secret());
    await(old, "waiting", 1);

    WithSecret fresh =
        get(subscriptions()
                .rotate(
                    EngineFixture.OWNERS,
                    old.subscription().id(),
                    null,
                    Duration.ofSeconds(90),
                    EngineFixture.ACTOR))
            .orElseThrow();

    assertThat(fresh.secret()).isNotEqualTo(old.secret());
    assertThat(fresh.subscription().formerSecretUntil())
        .isEqualTo(
            clock.instant().plusSeconds(90).truncatedTo(java.time.temporal.ChronoUnit.MILLIS));
    // What was written down before is signed by what counts when it is sent.
    engine.pass(Duration.ofSeconds(75));
    isSigned(receiver.next(), fresh.secret(), old.secret());
    await(old, "waiting", 2);
    submit("nothing");
    isSigned(receiver.next(), fresh.secret(), old.secret());

    engine.pass(Duration.ofSeconds(75));

    Received after = receiver.next();
    isSigned(after, fresh.secret());
    assertThatThrownBy(() -> new Webhook(old.secret()).verify(after.body(), after.headers()))
        .isInstanceOf(WebhookVerificationException.class);
    await("the old secret is forgotten", () -> formerSecrets() == 0);
  }

  private int formerSecrets() {
    return engine.database.read(
        session ->
            session
                .first(
                    "select cast(count(*) as integer) as n from subscription where former_secret is"
                        + " not null",
                    row -> row.number("n"))
                .orElseThrow());
  }

  @Test
  void aSecretOverlapsForADayAndForAWeekAtMost() throws Exception {
    WithSecret old = subscribe(null, List.of("succeeded"));

    WithSecret fresh =
        get(subscriptions()
                .rotate(
                    EngineFixture.OWNERS, old.subscription().id(), null, null, EngineFixture.ACTOR))
            .orElseThrow();

    assertThat(Duration.between(clock.instant(), fresh.subscription().formerSecretUntil()))
        .isBetween(Duration.ofHours(24).minusMillis(1), Duration.ofHours(24));
    assertThatThrownBy(
            () ->
                subscriptions()
                    .rotate(
                        EngineFixture.OWNERS,
                        old.subscription().id(),
                        null,
                        Duration.ofDays(7).plusNanos(1),
                        EngineFixture.ACTOR))
        .isInstanceOf(Refusal.Unprocessable.class);
    get(
        subscriptions()
            .rotate(
                EngineFixture.OWNERS,
                old.subscription().id(),
                null,
                Duration.ZERO,
                EngineFixture.ACTOR));
    submit("nothing");
    assertThat(receiver.next().header("webhook-signature").split(" ")).hasSize(1);
  }
}
