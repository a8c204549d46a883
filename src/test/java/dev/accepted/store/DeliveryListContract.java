package dev.accepted.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accepted.job.Callback;
import dev.accepted.job.Job;
import dev.accepted.job.JobEvent.Kind;
import dev.accepted.job.JobId;
import dev.accepted.store.Delivery.State;
import dev.accepted.store.DeliveryQueries.Listed;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What is told of deliveries, while they are sent. */
abstract class DeliveryListContract extends StoreFixture {

  private static final int MANY = 100;
  private static final List<String> NO_HOSTS = List.of("");

  /** Its state and its attempts are of one moment, whoever sends it meanwhile. */
  @Test
  void whatIsDeliveredHasTheAttemptThatDelivered() throws Exception {
    ExecutorService sender = Executors.newSingleThreadExecutor();
    try {
      for (int i = 0; i < MANY; i++) {
        Job job = stored(job("test", 4, null, Map.of()));
        add(job);
        Future<?> sent = sender.submit(this::send);
        Listed seen;
        do {
          if (sent.isDone()) {
            sent.get();
          }
          seen = only(job.id());
          if (seen.state() == State.SENDING) {
            assertThat(seen.attempts()).isEmpty();
          }
        } while (seen.state() != State.DELIVERED);
        assertThat(seen.attempts()).hasSize(1);
        sent.get();
      }
    } finally {
      sender.shutdownNow();
    }
  }

  /** What became of an attempt whose sender died is known once another takes over. */
  @Test
  void anAttemptIsToldOnceItHasEnded() {
    Job job = stored(job("test", 4, null, Map.of()));
    add(job);
    Delivery first = take();
    assertThat(only(job.id()).attempts()).isEmpty();
    Delivery second = take();
    assertThat(only(job.id()).attempts()).extracting(DeliveryAttempt::attempt).containsExactly(1);
    settle(first);
    assertThat(only(job.id()).state()).isEqualTo(State.SENDING);
    settle(second);
    assertThat(only(job.id()).attempts())
        .extracting(DeliveryAttempt::attempt)
        .containsExactly(1, 2);
  }

  private void add(Job job) {
    database.transaction(
        session -> {
          DeliveryStore.add(
              session,
              new DeliveryStore.Told(1, Kind.SUCCEEDED, NOW, job.id()),
              new Callback(
                  "http://127.0.0.1/hook", Set.of(Kind.SUCCEEDED), null, "http://127.0.0.1/api/"),
              "127.0.0.1",
              "{}");
          return null;
        });
  }

  private void send() {
    settle(take());
  }

  private Delivery take() {
    return database.transaction(
        session -> {
          Delivery due = DeliveryStore.due(session, NOW, NO_HOSTS, 1).get(0);
          return DeliveryStore.take(session, due, NOW, NOW);
        });
  }

  private void settle(Delivery sent) {
    DeliveryAttempt attempt =
        new DeliveryAttempt(sent.attempt(), NOW, Duration.ofMillis(1), 204, null);
    database.transaction(
        session -> DeliveryStore.settle(session, sent, attempt, State.DELIVERED, null));
  }

  private Listed only(JobId job) {
    List<Listed> all = database.read(session -> DeliveryQueries.ofJob(session, job));
    assertThat(all).hasSize(1);
    return all.get(0);
  }
}
