package dev.accepted.webhooks;

import static dev.accepted.webhooks.Receiver.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.accepted.engine.EngineFixture;
import dev.accepted.engine.intake.Refusal;
import dev.accepted.engine.intake.RequestedSubscription;
import dev.accepted.job.Changed;
import dev.accepted.job.Changed.Result;
import dev.accepted.job.JobStatus;
import dev.accepted.job.Owners;
import dev.accepted.webhooks.Receiver.Received;
import dev.accepted.webhooks.SubscriptionReport.WithSecret;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Who is told what; on any database. */
abstract class SubscriptionsContract extends SubscriptionsFixture {

  @Test
  void withoutAFilterAllIsToldEvenWhatBeganAndStartedInOneMoment() throws Exception {
    WithSecret all = subscribe(null, null);

    submit("nothing");

    StringBuilder told = new StringBuilder();
    for (int i = 0; i < 3; i++) {
      told.append(receiver.next().body().replaceAll(".*dev.accepted.job.([a-z]+).*", "$1 "));
    }
    assertThat(told.toString().split(" "))
        .containsExactlyInAnyOrder("queued", "started", "succeeded");
    assertThat(all.secret()).startsWith("whsec_");
    assertThat(all.subscription().url()).endsWith("/hook");
  }

  @Test
  void whatWaitsGoesToWhereTheReceiverHasMoved() throws Exception {
    receiver.answers(status(503));
    WithSecret one = subscribe(null, List.of("succeeded"));
    submit("nothing");
    receiver.next();
    await(one, "waiting", 1);

    RequestedSubscription moving = to("/moved", null, List.of("failed"), Map.of());
    assertThat(change(one.subscription().id(), moving, Optional.empty()).now()).isPresent();

    engine.pass(Duration.ofMinutes(2));
    Received moved = receiver.next();
    assertThat(moved.path()).isEqualTo("/moved");
    isSigned(moved, one.secret());
    await(one, "delivered", 2);
    engine.await(submit("nothing").id(), JobStatus.SUCCEEDED);
    submit("fail");
    assertThat(receiver.next().body()).contains("dev.accepted.job.failed");
  }

  @Test
  void whatIsNotAsItsClientHasSeenItStaysAsItIs() throws Exception {
    WithSecret one = subscribe(null, List.of("succeeded"));
    var id = one.subscription().id();
    Optional<SubscriptionReport> seen = subscriptions().find(EngineFixture.OWNERS, id);
    RequestedSubscription mine = to("/mine", null, List.of("failed"), Map.of());
    RequestedSubscription theirs = to("/theirs", null, List.of("canceled"), Map.of());

    clock.advance(Duration.ofSeconds(1));
    Changed<SubscriptionReport> made = change(id, theirs, seen);
    assertThat(made.result()).isEqualTo(Result.MADE);

    assertThat(change(id, mine, seen)).isEqualTo(Changed.notAsSeen());
    assertThat(get(subscriptions().remove(EngineFixture.OWNERS, id, seen, EngineFixture.ACTOR)))
        .isEqualTo(Changed.notAsSeen());
    assertThat(subscriptions().find(EngineFixture.OWNERS, id)).isEqualTo(made.now());

    get(subscriptions().pause(EngineFixture.OWNERS, id, EngineFixture.ACTOR));
    assertThat(change(id, mine, made.now())).isEqualTo(Changed.notAsSeen());
    Optional<SubscriptionReport> paused = subscriptions().find(EngineFixture.OWNERS, id);
    assertThat(
            get(subscriptions().remove(EngineFixture.OWNERS, id, paused, EngineFixture.ACTOR))
                .result())
        .isEqualTo(Result.MADE);
    assertThat(subscriptions().find(EngineFixture.OWNERS, id)).isEmpty();
  }

  private Changed<SubscriptionReport> change(
      UUID id, RequestedSubscription asked, Optional<SubscriptionReport> seen) throws Exception {
    return get(
        subscriptions().change(EngineFixture.OWNERS, id, seen, asked, LINKS, EngineFixture.ACTOR));
  }

  @Test
  void eachOwnerHasItsOwnAndOnlySoMany() throws Exception {
    RequestedSubscription any = to("/hook", null, null, Map.of());
    List<WithSecret> three =
        List.of(subscribe(null, null), subscribe(null, null), subscribe(null, null));

    assertThat(get(subscriptions().add(OWNER, any, LINKS, EngineFixture.ACTOR))).isEmpty();

    assertThat(get(subscriptions().add("somebody else", any, LINKS, EngineFixture.ACTOR)))
        .isPresent();
    assertThat(subscriptions().list(EngineFixture.OWNERS))
        .extracting(SubscriptionReport::id)
        .containsExactly(
            three.get(2).subscription().id(),
            three.get(1).subscription().id(),
            three.get(0).subscription().id());
    Owners others = new Owners.Only("somebody else");
    var theirs = subscriptions().list(others).get(0).id();
    assertThat(subscriptions().find(EngineFixture.OWNERS, theirs)).isEmpty();
    assertThat(get(subscriptions().pause(EngineFixture.OWNERS, theirs, EngineFixture.ACTOR)))
        .isEmpty();
    assertThat(
            get(
                subscriptions()
                    .rotate(EngineFixture.OWNERS, theirs, null, null, EngineFixture.ACTOR)))
        .isEmpty();
    assertThat(change(theirs, any, Optional.empty())).isEqualTo(Changed.unknown());
    assertThat(remove(theirs)).isEqualTo(Result.UNKNOWN);
    assertThat(subscriptions().find(others, theirs))
        .map(SubscriptionReport::state)
        .contains("active");
  }

  @Test
  void allThatIsWrongIsTold() {
    RequestedSubscription wrong =
        new RequestedSubscription(
            "http://10.0.0.1/", List.of("tset"), List.of("progress"), Map.of("?", "x"), "password");

    assertThatThrownBy(() -> subscriptions().add(OWNER, wrong, LINKS, EngineFixture.ACTOR))
        .isInstanceOfSatisfying(
            Refusal.Unprocessable.class,
            refusal ->
                assertThat(refusal.violations())
                    .extracting("pointer")
                    .containsExactly("/url", "/types", "/events", "/labels", "/secret"));
  }

  @Test
  void aServerThatStartsKnowsThem() throws Exception {
    WithSecret one = subscribe(null, List.of("succeeded"));
    engine.close();
    engine = engine(open(folder));

    submit("nothing");

    isSigned(receiver.next(), one.secret());
    assertThat(engine.engine.gauges().activeSubscriptions()).isEqualTo(1);
  }

  @Test
  void deliveriesComeInPages() throws Exception {
    WithSecret one = subscribe(null, List.of("succeeded"));
    for (int i = 0; i < 5; i++) {
      submit("nothing");
      receiver.next();
    }
    await("five", () -> deliveries(one).size() == 5);

    List<DeliveryReport> first = subscriptions().deliveries(one.subscription(), Long.MAX_VALUE, 3);
    List<DeliveryReport> rest =
        subscriptions().deliveries(one.subscription(), first.get(2).number(), 3);

    assertThat(first).hasSize(3);
    assertThat(rest).hasSize(2);
    assertThat(first.get(2).number()).isGreaterThan(rest.get(0).number());
    await("the oldest has arrived", () -> deliveries(one).get(4).attempts().size() == 1);
  }
}
