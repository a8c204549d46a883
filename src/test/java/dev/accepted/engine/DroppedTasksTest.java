package dev.accepted.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accepted.config.TestSettings;
import dev.accepted.engine.intake.NewJob;
import dev.accepted.engine.intake.RequestedCallback;
import dev.accepted.engine.intake.RequestedOptions;
import dev.accepted.events.Event;
import dev.accepted.events.EventCursor;
import dev.accepted.events.Topic;
import dev.accepted.job.Job;
import dev.accepted.job.JobStatus;
import dev.accepted.job.SettableClock;
import dev.accepted.webhooks.Receiver;
import jakarta.json.Json;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A server whose executor takes tasks and drops them for a while, as Payara Server's does while it
 * starts the application: all goes on once it has started.
 */
@Timeout(90)
class DroppedTasksTest {

  @TempDir Path folder;
  private final SettableClock clock = new SettableClock();
  private final AtomicBoolean dropping = new AtomicBoolean();
  private final AtomicInteger dropped = new AtomicInteger();
  private Receiver receiver;
  private EngineFixture engine;

  @BeforeEach
  void start() throws Exception {
    clock.set(Instant.ofEpochMilli(System.currentTimeMillis()));
    receiver = new Receiver();
    engine =
        new EngineFixture(
            TestSettings.in(folder, Map.of("accepted.webhooks.allow", "127.0.0.0/8")),
            clock,
            threads ->
                task -> {
                  if (dropping.get()) {
                    dropped.incrementAndGet();
                  } else {
                    threads.execute(task);
                  }
                },
            new ScriptedType("test", 2).act("nothing", context -> {}));
  }

  @AfterEach
  void stop() {
    engine.close();
    receiver.close();
  }

  private CompletableFuture<Job> submit() {
    RequestedCallback callback = new RequestedCallback(receiver.url("/"), null, null);
    RequestedOptions options =
        new RequestedOptions(null, null, null, null, null, Map.of(), callback);
    NewJob job =
        new NewJob(
            EngineFixture.OWNER,
            "test",
            Json.createObjectBuilder().add("act", "nothing").build(),
            null,
            options,
            null,
            null,
            "http://jobs.example/api/");
    return engine.service().submit(job).toCompletableFuture();
  }

  /** Nothing is dropped any more; some seconds go by. */
  private void startedAtLast() throws Exception {
    dropping.set(false);
    engine.pass(Duration.ofSeconds(3));
  }

  private void passUntil(BooleanSupplier wanted) throws Exception {
    long end = System.nanoTime() + EngineFixture.PATIENCE.toNanos();
    while (!wanted.getAsBoolean()) {
      assertThat(System.nanoTime()).as("still not so").isLessThan(end);
      engine.pass(Duration.ZERO);
    }
  }

  @Test
  void submissionsJobsAndDeliveriesGoOn() throws Exception {
    dropping.set(true);
    CompletableFuture<Job> first = submit();
    CompletableFuture<Job> second = submit();
    passUntil(() -> dropped.get() >= 3);
    assertThat(first).isNotDone();

    startedAtLast();
    passUntil(() -> first.isDone() && second.isDone());
    passUntil(() -> engine.find(first.join().id()).status() == JobStatus.SUCCEEDED);
    passUntil(() -> engine.find(second.join().id()).status() == JobStatus.SUCCEEDED);
    passUntil(() -> receiver.waiting() == 2);
    engine.await(submit().join().id(), JobStatus.SUCCEEDED);
    passUntil(() -> receiver.waiting() == 3);
  }

  @Test
  void aLookForDeliveriesThatWasDroppedIsMade() throws Exception {
    CompletableFuture<Job> job = submit();
    engine.await(job.join().id(), JobStatus.SUCCEEDED);
    receiver.next();

    dropping.set(true);
    passUntil(() -> dropped.get() >= 1);
    startedAtLast();
    engine.await(submit().join().id(), JobStatus.SUCCEEDED);
    passUntil(() -> receiver.waiting() == 1);
  }

  @Test
  void whoFollowsEventsIsToldAllOfThem() throws Exception {
    Queue<Event> told = new ConcurrentLinkedQueue<>();
    try (EventCursor cursor = engine.feed().follow(new Topic.AllJobs(), Optional.empty())) {
      cursor.tell(
          following -> {
            List<Event> next = following.next();
            while (!next.isEmpty()) {
              told.addAll(next);
              next = following.next();
            }
          });
      dropping.set(true);
      CompletableFuture<Job> job = submit();
      passUntil(() -> dropped.get() >= 3);
      startedAtLast();
      passUntil(() -> job.isDone() && isToldOfTheEnd(told, job.join()));
      assertThat(told).extracting(Event::number).isSorted().doesNotHaveDuplicates();
    }
  }

  private static boolean isToldOfTheEnd(Queue<Event> told, Job job) {
    return told.stream()
        .anyMatch(event -> event.job().id().equals(job.id()) && event.job().status().isFinal());
  }
}
