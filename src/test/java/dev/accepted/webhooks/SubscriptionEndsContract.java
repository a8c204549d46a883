package dev.accepted.webhooks;

import static dev.accepted.webhooks.Receiver.status;
import static org.assertj.core.api.Assertions.assertThat;

import dev.accepted.engine.EngineFixture;
import dev.accepted.engine.intake.RequestedCallback;
import dev.accepted.engine.intake.RequestedOptions;
import dev.accepted.job.Changed.Result;
import dev.accepted.job.Job;
import dev.accepted.job.JobStatus;
import dev.accepted.webhooks.SubscriptionReport.WithSecret;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How telling ends or pauses; on any database. */
abstract class SubscriptionEndsContract extends SubscriptionsFixture {

  @Test
  void goneEndsTheSubscriptionAndWhatWaitsForIt() throws Exception {
    receiver.answers(status(500));
    WithSecret one = subscribe(null, List.of("succeeded"));
    submit("nothing");
    receiver.next();
    await(one, "waiting", 1);
    receiver.answers(status(410));
    submit("nothing");
    receiver.next();

    await("gone", () -> state(one).equals("gone"));

    await("all ended", () -> deliveries(one).stream().allMatch(d -> d.state().equals("gone")));
    Job untold = submit("nothing");
    engine.await(untold.id(), JobStatus.SUCCEEDED);
    assertThat(deliveries(one)).hasSize(2).noneMatch(DeliveryReport::maySendAgain);
    get(subscriptions().resume(EngineFixture.OWNERS, one.subscription().id(), EngineFixture.ACTOR));
    submit("nothing");
    receiver.next();
    assertThat(state(one)).isEqualTo("active");
  }

  @Test
  void aCallbackThatIsGoneIsNoSubscriptionThatIs() throws Exception {
    WithSecret one = subscribe(null, List.of("started", "succeeded"));
    String callback = "http://127.0.0.1:" + receiver.port() + "/callback";
    RequestedOptions options =
        new RequestedOptions(
            null,
            null,
            null,
            null,
            null,
            Map.of(),
            new RequestedCallback(callback, List.of("succeeded"), null));
    receiver.answersAt("/callback", status(410));

    Job job = submit(OWNER, "test", "nothing", options);

    await(
        "three are settled",
        () ->
            engine.service().deliveries(job).stream()
                    .filter(one2 -> List.of("gone", "delivered").contains(one2.state()))
                    .count()
                == 3);
    assertThat(engine.service().deliveries(job))
        .filteredOn(report -> report.subscription() != null)
        .extracting(DeliveryReport::state)
        .containsExactly("delivered", "delivered");
    assertThat(state(one)).isEqualTo("active");
  }

  @Test
  void whoIsPausedIsToldNothingAndWhatWaitedCanBeSentAgain() throws Exception {
    receiver.answers(status(500));
    WithSecret one = subscribe(null, List.of("succeeded"));
    submit("nothing");
    receiver.next();
    await(one, "waiting", 1);

    assertThat(
            get(subscriptions()
                    .pause(EngineFixture.OWNERS, one.subscription().id(), EngineFixture.ACTOR))
                .orElseThrow()
                .state())
        .isEqualTo("paused");

    DeliveryReport dead = deliveries(one).get(0);
    assertThat(dead.state()).isEqualTo("dead");
    assertThat(get(subscriptions().sendAgain(one.subscription(), dead, EngineFixture.ACTOR)))
        .isFalse();
    engine.await(submit("nothing").id(), JobStatus.SUCCEEDED);
    engine.pass(Duration.ofHours(1));
    assertThat(receiver.waiting()).isZero();
    assertThat(deliveries(one)).hasSize(1);
    get(subscriptions().resume(EngineFixture.OWNERS, one.subscription().id(), EngineFixture.ACTOR));
    assertThat(get(subscriptions().sendAgain(one.subscription(), dead, EngineFixture.ACTOR)))
        .isTrue();
    receiver.next();
    await(one, "delivered", 2);
    submit("nothing");
    receiver.next();
  }

  @Test
  void whatIsRemovedIsGoneWithAllThatWaitsForIt() throws Exception {
    receiver.answers(status(500));
    WithSecret one = subscribe(null, List.of("succeeded"));
    Job job = submit("nothing");
    receiver.next();
    await(one, "waiting", 1);

    assertThat(remove(one.subscription().id())).isEqualTo(Result.MADE);

    assertThat(subscriptions().find(EngineFixture.OWNERS, one.subscription().id())).isEmpty();
    assertThat(remove(one.subscription().id())).isEqualTo(Result.UNKNOWN);
    assertThat(engine.service().deliveries(job))
        .allSatisfy(
            report -> {
              assertThat(report.state()).isEqualTo("gone");
              assertThat(report.maySendAgain()).isFalse();
            });
    engine.await(submit("nothing").id(), JobStatus.SUCCEEDED);
    engine.pass(Duration.ofHours(1));
    assertThat(receiver.waiting()).isZero();
    // And what is left goes with its job.
    clock.advance(Duration.ofDays(8));
    engine.everyTenSeconds();
    await("no deliveries", () -> rows("delivery") == 0);
  }

  /** As another server may do that has not heard yet that the subscription is gone. */
  @Test
  void whatIsWrittenDownForOneThatIsGoneIsDropped() throws Exception {
    receiver.answers(status(500));
    WithSecret one = subscribe(null, List.of("succeeded"));
    submit("nothing");
    receiver.next();
    await(one, "waiting", 1);
    engine.database.transaction(session -> session.update("delete from subscription"));

    engine.pass(Duration.ofHours(1));

    await("no deliveries", () -> rows("delivery") == 0);
    assertThat(rows("delivery_attempt")).isZero();
    assertThat(receiver.waiting()).isZero();
  }

  private int rows(String table) {
    return engine.database.read(
        session ->
            session
                .first(
                    "select cast(count(*) as integer) as n from " + table, row -> row.number("n"))
                .orElseThrow());
  }

  @Test
  void whatWasToldGoesWithItsJob() throws Exception {
    WithSecret one = subscribe(null, List.of("succeeded", "expired"));
    for (int i = 0; i < 5; i++) {
      submit("nothing");
      receiver.next();
    }
    // What is still being sent is sent again days later: whoever sent it is taken for dead then.
    await("all have arrived", () -> deliveries(one).stream().allMatch(this::hasArrived));
    clock.advance(Duration.ofDays(8));

    engine.everyTenSeconds();

    for (int i = 0; i < 5; i++) {
      assertThat(receiver.next().body()).contains("dev.accepted.job.expired");
    }
    await("no deliveries", () -> rows("delivery") == 0);
    assertThat(rows("delivery_attempt")).isZero();
  }
}
