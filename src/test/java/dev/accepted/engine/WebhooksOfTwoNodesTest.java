package dev.accepted.engine;

import static dev.accepted.engine.EngineFixture.OWNER;
import static dev.accepted.engine.EngineFixture.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.accepted.config.TestSettings;
import dev.accepted.engine.intake.RequestedSubscription;
import dev.accepted.job.Job;
import dev.accepted.job.JobStatus;
import dev.accepted.sql.TestPostgres;
import dev.accepted.webhooks.DeliveryReport;
import dev.accepted.webhooks.Receiver;
import dev.accepted.webhooks.SubscriptionReport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Two servers on one PostgreSQL that send webhooks: each delivery is sent by one of them. */
@Timeout(120)
class WebhooksOfTwoNodesTest extends TwoNodes {

  private static final String LINKS = "http://jobs.example/api/";
  private static final int JOBS = 60;
  private static final long IDLE_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

  private Receiver receiver;

  @Override
  EngineFixture node(String name) throws Exception {
    ScriptedType type = new ScriptedType("test", 4).act("quick", context -> {});
    return new EngineFixture(
        TestSettings.in(
            folder,
            Map.of(
                "accepted.webhooks.allow", "127.0.0.0/8",
                "accepted.webhooks.concurrency.host", "8",
                "accepted.webhooks.retries", "PT1S,PT1S,PT1S,PT1S,PT1S,PT1S")),
        clock,
        TestPostgres.connect(url),
        type);
  }

  @BeforeEach
  void listen() throws Exception {
    receiver = new Receiver();
  }

  @AfterEach
  void hangUp() {
    receiver.close();
  }

  private SubscriptionReport subscribe(EngineFixture at, String event) throws Exception {
    return at.service()
        .subscriptions()
        .add(
            OWNER,
            new RequestedSubscription(receiver.url("/hook"), null, List.of(event), Map.of(), null),
            LINKS,
            EngineFixture.ACTOR)
        .toCompletableFuture()
        .get(PATIENCE.toSeconds(), TimeUnit.SECONDS)
        .orElseThrow()
        .subscription();
  }

  private void awaitKnown(EngineFixture at, int number) throws Exception {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (at.engine.gauges().activeSubscriptions() != number) {
      assertThat(System.nanoTime()).isLessThan(end);
      at.pass(Duration.ZERO);
    }
  }

  private Set<String> submitAll() throws Exception {
    Set<String> ids = new HashSet<>();
    for (int i = 0; i < JOBS; i++) {
      ids.add((i % 2 == 0 ? one : other).submit("test", "quick").id().toString());
    }
    return ids;
  }

  private List<DeliveryReport> awaitDelivered(EngineFixture at, SubscriptionReport subscription)
      throws Exception {
    long end = System.nanoTime() + 2 * PATIENCE.toNanos();
    long progressAt = System.nanoTime();
    long delivered = 0;
    while (true) {
      List<DeliveryReport> all =
          at.service().subscriptions().deliveries(subscription, Long.MAX_VALUE, 500);
      long now = all.stream().filter(report -> report.state().equals("delivered")).count();
      if (now == JOBS) {
        return all;
      }
      assertThat(System.nanoTime()).as(all.toString()).isLessThan(end);
      // What is left waits for its time, or until its sender is taken for dead.
      boolean idle = now == delivered && System.nanoTime() - progressAt > IDLE_NANOS;
      if (idle || now > delivered) {
        progressAt = System.nanoTime();
      }
      delivered = now;
      at.pass(idle ? Duration.ofSeconds(5) : Duration.ZERO);
    }
  }

  private static String job(Receiver.Received received) {
    return received.body().replaceAll(".*\"subject\":\"([^\"]+)\".*", "$1");
  }

  @Test
  void whatIsSubscribedAtOneIsToldByTheOtherAndNoMoreWhenItIsRemoved() throws Exception {
    SubscriptionReport subscription = subscribe(one, "succeeded");
    awaitKnown(other, 1);

    Job job = other.submit("test", "quick");

    assertThat(job(receiver.next())).isEqualTo(job.id().toString());
    other
        .service()
        .subscriptions()
        .remove(EngineFixture.OWNERS, subscription.id(), Optional.empty(), EngineFixture.ACTOR)
        .toCompletableFuture()
        .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    awaitKnown(one, 0);
    Job untold = one.submit("test", "quick");
    one.await(untold.id(), JobStatus.SUCCEEDED);
    assertThat(one.service().deliveries(untold)).isEmpty();
  }

  @Test
  void aSubscriptionHoldsAtOnceWhereItWasMade() throws Exception {
    for (int i = 0; i < 10; i++) {
      EngineFixture here = i % 2 == 0 ? one : other;
      SubscriptionReport subscription = subscribe(here, "queued");

      Job job = here.submit("test", "quick");

      assertThat(here.service().deliveries(job))
          .extracting(DeliveryReport::subscription)
          .contains(subscription.id());
    }
  }

  @Test
  void eachDeliveryIsSentByOneOfThem() throws Exception {
    SubscriptionReport subscription = subscribe(one, "succeeded");
    awaitKnown(other, 1);

    Set<String> jobs = submitAll();

    List<DeliveryReport> all = awaitDelivered(other, subscription);
    assertThat(all).allSatisfy(report -> assertThat(report.attempts()).hasSize(1));
    List<String> told = new ArrayList<>();
    for (int i = 0; i < JOBS; i++) {
      told.add(job(receiver.next()));
    }
    assertThat(told).containsExactlyInAnyOrderElementsOf(jobs);
    assertThat(receiver.waiting()).isZero();
  }

  @Test
  void whenOneStopsInTheMidstTheOtherGoesOn() throws Exception {
    CountDownLatch hang = new CountDownLatch(1);
    Receiver.Answering hanging = exchange -> hang.await();
    for (int i = 0; i < 12; i++) {
      receiver.answers(hanging);
    }
    SubscriptionReport subscription = subscribe(one, "succeeded");
    awaitKnown(other, 1);
    Set<String> jobs = submitAll();
    Set<String> told = new HashSet<>();
    told.add(job(receiver.next()));

    one.close();

    awaitDelivered(other, subscription);
    while (!told.containsAll(jobs)) {
      told.add(job(receiver.next()));
    }
    assertThat(told).isEqualTo(jobs);
    hang.countDown();
    one = node("one");
  }
}
