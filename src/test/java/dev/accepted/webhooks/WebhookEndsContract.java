package dev.accepted.webhooks;

import static dev.accepted.webhooks.Receiver.status;
import static org.assertj.core.api.Assertions.assertThat;

import dev.accepted.engine.EngineFixture;
import dev.accepted.engine.intake.RequestedCallback;
import dev.accepted.job.Job;
import dev.accepted.job.JobStatus;
import dev.accepted.webhooks.Receiver.Received;
import io.cloudevents.CloudEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** How what is to be delivered ends, whatever goes wrong; on any database. */
abstract class WebhookEndsContract extends WebhooksFixture {

  @Test
  void goneStopsTheCallback() throws Exception {
    receiver.answers(status(410));
    Job job = submit("wait", List.of("started", "canceled"), null);
    receiver.next();
    await(job, "gone", 1);

    engine
        .service()
        .cancel(EngineFixture.OWNERS, job.id(), EngineFixture.ACTOR)
        .toCompletableFuture()
        .get();
    engine.await(job.id(), JobStatus.CANCELED);

    assertThat(engine.service().deliveries(job))
        .extracting(DeliveryReport::state)
        .containsExactly("gone", "gone");
    engine.pass(A_DAY);
    assertThat(receiver.waiting()).isZero();
  }

  @Test
  void whoHangsIsGivenUpAndHoldsUpNobodyElse() throws Exception {
    CountDownLatch hang = new CountDownLatch(1);
    Receiver.Answering hanging = exchange -> hang.await();
    receiver.answers(hanging, hanging, hanging, hanging);
    List<Job> hung = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      hung.add(submit("nothing", null, null));
      receiver.next();
    }
    for (int i = 0; i < 2; i++) {
      Job more = submit("nothing", null, null);
      engine.await(more.id(), JobStatus.SUCCEEDED);
      hung.add(more);
    }
    assertThat(receiver.waiting()).as("four at once to one host").isZero();
    RequestedCallback elsewhere =
        new RequestedCallback("http://127.0.0.2:" + receiver.port() + "/", null, null);
    Job other = submit("nothing", elsewhere);
    assertThat(await(other, "waiting", 1).attempts().get(0).error())
        .isEqualTo("connection-refused");

    engine.pass(Duration.ofSeconds(11));

    for (Job job : hung.subList(0, 4)) {
      assertThat(await(job, "waiting", 1).attempts().get(0).error()).isEqualTo("timeout");
    }
    for (Job job : hung.subList(4, 6)) {
      await(job, "delivered", 1);
    }
    hang.countDown();
  }

  @Test
  void whatIsRemovedTellsOfItsEndAndLeavesNothing() throws Exception {
    Job job = submit("wait", null, null);
    engine.await(job.id(), JobStatus.RUNNING);

    engine
        .service()
        .remove(EngineFixture.OWNERS, job.id(), EngineFixture.ACTOR)
        .toCompletableFuture()
        .get();

    CloudEvent event = event(receiver.next());
    assertThat(event.getType()).isEqualTo("dev.accepted.job.canceled");
    assertThat(data(event).getString("status")).isEqualTo("canceled");
    awaitNone(job);
  }

  @Test
  void whatExpiresTakesItsDeliveriesWithIt() throws Exception {
    Job job = submit("nothing", List.of("succeeded", "expired"), null);
    receiver.next();
    await(job, "delivered", 1);

    clock.advance(Duration.ofDays(8));
    engine.engine.everyTenSeconds().get();

    assertThat(event(receiver.next()).getType()).isEqualTo("dev.accepted.job.expired");
    awaitNone(job);
  }

  private void awaitNone(Job job) {
    long end = System.nanoTime() + EngineFixture.PATIENCE.toNanos();
    while (!engine.service().deliveries(job).isEmpty()) {
      assertThat(System.nanoTime()).isLessThan(end);
      Thread.onSpinWait();
    }
  }

  @Test
  void whatAServerHadTakenWhenItDiedIsSentByAnother() throws Exception {
    receiver.answers(status(500));
    Job job = submit("nothing", null, SECRET);
    Received first = receiver.next();
    await(job, "waiting", 1);
    Instant lease = clock.instant().plusSeconds(30);
    engine.database.transaction(
        session ->
            session.update(
                "update delivery set state = 'sending', attempt = 2, tries = 2, next_at = ?",
                lease));
    engine.pass(Duration.ofSeconds(29));
    assertThat(await(job, "sending", 1).nextAttemptAt()).isNull();

    engine.pass(Duration.ofSeconds(1));

    assertThat(receiver.next().body()).isEqualTo(first.body());
    assertThat(await(job, "delivered", 3).attempts().get(1).error()).isEqualTo("interrupted");
  }

  @Test
  void whatIsBrokenOffByAStopIsSentAtTheNextStart() throws Exception {
    CountDownLatch hang = new CountDownLatch(1);
    receiver.answers(exchange -> hang.await());
    Job job = submit("nothing", null, SECRET);
    Received first = receiver.next();

    engine.close();
    engine = engine(open(folder));
    engine.pass(Duration.ZERO);

    assertThat(receiver.next().body()).isEqualTo(first.body());
    await(job, "delivered", 2);
    hang.countDown();
  }
}
