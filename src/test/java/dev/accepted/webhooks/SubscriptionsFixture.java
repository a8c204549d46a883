package dev.accepted.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.standardwebhooks.Webhook;
import dev.accepted.config.Settings;
import dev.accepted.config.TestSettings;
import dev.accepted.engine.EngineFixture;
import dev.accepted.engine.ScriptedType;
import dev.accepted.engine.SubscriptionService;
import dev.accepted.engine.intake.NewJob;
import dev.accepted.engine.intake.RequestedOptions;
import dev.accepted.engine.intake.RequestedSubscription;
import dev.accepted.job.Changed.Result;
import dev.accepted.job.Job;
import dev.accepted.sql.Database;
import dev.accepted.webhooks.Receiver.Received;
import dev.accepted.webhooks.SubscriptionReport.WithSecret;
import jakarta.json.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Timeout;

/** An engine with subscriptions, whose clock stands still, and who receives what is told. */
@Timeout(90)
abstract class SubscriptionsFixture extends TellingFixture {

  static final String OWNER = EngineFixture.OWNER;

  @Override
  EngineFixture engine(Database database) throws Exception {
    Settings settings =
        TestSettings.in(
            folder,
            Map.of(
                "accepted.webhooks.allow",
                "127.0.0.0/8",
                "accepted.webhooks.retries",
                "PT1M,PT1M,PT1M",
                "accepted.webhooks.subscriptions",
                "3"));
    return new EngineFixture(
        settings, clock, database, type(), new ScriptedType("other", 1).act("nothing", c -> {}));
  }

  SubscriptionService subscriptions() {
    return engine.service().subscriptions();
  }

  static <T> T get(CompletionStage<T> stage) throws Exception {
    return stage.toCompletableFuture().get(20, TimeUnit.SECONDS);
  }

  RequestedSubscription to(
      String path,
      @Nullable List<String> types,
      @Nullable List<String> events,
      Map<String, String> labels) {
    return new RequestedSubscription(receiver.url(path), types, events, labels, null);
  }

  WithSecret subscribe(@Nullable List<String> types, @Nullable List<String> events)
      throws Exception {
    return get(subscriptions()
            .add(OWNER, to("/hook?token=t", types, events, Map.of()), LINKS, EngineFixture.ACTOR))
        .orElseThrow();
  }

  Job submit(String owner, String type, String act, RequestedOptions options) throws Exception {
    NewJob job =
        new NewJob(
            owner,
            type,
            Json.createObjectBuilder().add("act", act).build(),
            null,
            options,
            null,
            null,
            LINKS);
    return engine.submit(job);
  }

  Job submit(String act) throws Exception {
    return submit(OWNER, "test", act, RequestedOptions.NONE);
  }

  List<DeliveryReport> deliveries(WithSecret of) {
    return subscriptions().deliveries(of.subscription(), Long.MAX_VALUE, 100);
  }

  String state(WithSecret of) {
    return subscriptions().find(EngineFixture.OWNERS, of.subscription().id()).orElseThrow().state();
  }

  static void await(String what, BooleanSupplier condition) {
    long end = System.nanoTime() + EngineFixture.PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as(what).isLessThan(end);
      Thread.onSpinWait();
    }
  }

  void await(WithSecret of, String deliveryState, int attempts) {
    await(
        deliveryState + " after " + attempts,
        () ->
            deliveries(of).stream()
                .anyMatch(
                    one -> one.state().equals(deliveryState) && one.attempts().size() == attempts));
  }

  boolean hasArrived(DeliveryReport delivery) {
    return delivery.state().equals("delivered");
  }

  static void isSigned(Received received, String... secrets) {
    for (String secret : secrets) {
      assertThatCode(() -> new Webhook(secret).verify(received.body(), received.headers()))
          .doesNotThrowAnyException();
    }
    assertThat(received.header("webhook-signature").split(" ")).hasSize(secrets.length);
  }

  Result remove(UUID id) throws Exception {
    return get(subscriptions()
            .remove(EngineFixture.OWNERS, id, Optional.empty(), EngineFixture.ACTOR))
        .result();
  }
}
