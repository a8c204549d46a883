package dev.accepted.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accepted.config.Settings;
import dev.accepted.config.TestSettings;
import dev.accepted.engine.intake.NewJob;
import dev.accepted.engine.intake.Refusal;
import dev.accepted.engine.intake.RequestedOptions;
import dev.accepted.job.Job;
import dev.accepted.job.JobFilter;
import dev.accepted.job.JobId;
import dev.accepted.job.JobStatus;
import dev.accepted.job.SettableClock;
import dev.accepted.store.JobQueries;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who is claimed, when, and how many at once. */
class DispatchTest {

  @TempDir Path folder;

  /**
   * No timer helps here. A submission once stood still when it came while a claim, written before
   * it, was looking: the claim took its mark off without seeing the job.
   */
  @Test
  void noSubmissionIsOverlooked() throws Exception {
    ScriptedType type = new ScriptedType("test", 4).act("nothing", context -> {});
    try (EngineFixture fixture = new EngineFixture(folder, type)) {
      for (int round = 0; round < 300; round++) {
        List<Job> jobs = new ArrayList<>();
        for (int i = 0; i <= round % 3; i++) {
          jobs.add(fixture.submit("test", "nothing"));
        }
        for (Job job : jobs) {
          fixture.await(job.id(), JobStatus.SUCCEEDED);
        }
      }
    }
  }

  @Test
  void slotsAreNeverExceeded() throws Exception {
    AtomicInteger runningOfType = new AtomicInteger();
    AtomicInteger runningNow = new AtomicInteger();
    AtomicInteger mostOfType = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    ScriptedType narrow =
        new ScriptedType("narrow", 2)
            .act(
                "count",
                context -> {
                  mostOfType.accumulateAndGet(runningOfType.incrementAndGet(), Math::max);
                  most.accumulateAndGet(runningNow.incrementAndGet(), Math::max);
                  context.log("counted");
                  runningNow.decrementAndGet();
                  runningOfType.decrementAndGet();
                });
    ScriptedType wide =
        new ScriptedType("wide", 90)
            .act(
                "count",
                context -> {
                  most.accumulateAndGet(runningNow.incrementAndGet(), Math::max);
                  context.log("counted");
                  runningNow.decrementAndGet();
                });
    try (EngineFixture fixture = new EngineFixture(folder, narrow, wide)) {
      List<JobId> jobs = new ArrayList<>();
      for (int i = 0; i < 200; i++) {
        jobs.add(fixture.submit("narrow", "count").id());
        jobs.add(fixture.submit("wide", "count").id());
      }
      JobFilter running =
          new JobFilter(Set.of(JobStatus.RUNNING), null, Map.of(), null, null, null);
      for (JobId job : jobs) {
        assertThat(fixture.service().list(EngineFixture.OWNERS, running, 100, null).jobs())
            .hasSizeLessThanOrEqualTo(fixture.settings.slots())
            .allMatch(shown -> shown.status() == JobStatus.RUNNING);
        fixture.await(job, JobStatus.SUCCEEDED);
      }
      assertThat(mostOfType.get()).isBetween(1, 2);
      assertThat(most.get()).isBetween(1, fixture.settings.slots());
    }
  }

  @Test
  void aJobThatFindsAnIdleSlotIsStoredAsRunning() throws Exception {
    CountDownLatch free = new CountDownLatch(1);
    ScriptedType type =
        new ScriptedType("test", 2)
            .act("block", context -> free.await())
            .act("nothing", context -> {});
    try (EngineFixture fixture = new EngineFixture(folder, type)) {
      // The first look at the store, when the engine starts, is over once a job has run.
      fixture.await(fixture.submit("test", "nothing").id(), JobStatus.SUCCEEDED);
      Job accepted = fixture.submit("test", "block");
      assertThat(accepted.status()).isEqualTo(JobStatus.QUEUED);
      assertThat(stored(fixture, accepted.id()).state())
          .isEqualTo(fixture.find(accepted.id()).state())
          .satisfies(
              running -> {
                assertThat(running.status()).isEqualTo(JobStatus.RUNNING);
                assertThat(running.attempt()).isEqualTo(1);
                assertThat(running.claim()).isEqualTo(1);
                assertThat(running.startedAt()).isEqualTo(accepted.submission().submittedAt());
              });
      assertThat(stored(fixture, fixture.submit("test", "block").id()).status())
          .isEqualTo(JobStatus.RUNNING);
      assertThat(stored(fixture, fixture.submit("test", "block").id()).status())
          .isEqualTo(JobStatus.QUEUED);
      free.countDown();
    }
  }

  private static Job stored(EngineFixture fixture, JobId id) {
    return fixture.database.read(session -> JobQueries.find(session, id)).orElseThrow();
  }

  @Test
  void aSubmissionThatTheStoreRefusesKeepsNoSlot() throws Exception {
    ScriptedType type = new ScriptedType("test", 1).act("nothing", context -> {});
    try (EngineFixture fixture = new EngineFixture(folder, type)) {
      fixture.database.read(
          session ->
              session.update("alter table job add constraint who check (owner <> 'refused')"));
      NewJob fine = EngineFixture.job("test", "nothing", RequestedOptions.NONE);
      NewJob refused =
          new NewJob("refused", "test", fine.input(), null, RequestedOptions.NONE, null);
      for (int round = 0; round < 20; round++) {
        CompletableFuture<Job> bad = fixture.service().submit(refused).toCompletableFuture();
        CompletableFuture<Job> good = fixture.service().submit(fine).toCompletableFuture();
        assertThat(bad).failsWithin(EngineFixture.PATIENCE);
        assertThat(good).succeedsWithin(EngineFixture.PATIENCE);
        fixture.await(good.join().id(), JobStatus.SUCCEEDED);
      }
    }
  }

  @Test
  void theUrgentComeFirstThenTheOldest() throws Exception {
    CountDownLatch blocked = new CountDownLatch(1);
    CountDownLatch free = new CountDownLatch(1);
    ConcurrentLinkedQueue<JobId> order = new ConcurrentLinkedQueue<>();
    ScriptedType type =
        new ScriptedType("test", 1)
            .act(
                "block",
                context -> {
                  blocked.countDown();
                  free.await();
                })
            .act("note", context -> order.add(context.id()));
    try (EngineFixture fixture = new EngineFixture(folder, type)) {
      fixture.submit("test", "block");
      blocked.await();
      JobId usual = note(fixture, 4);
      JobId low = note(fixture, 0);
      JobId high = note(fixture, 9);
      JobId alsoHigh = note(fixture, 9);
      free.countDown();
      fixture.await(low, JobStatus.SUCCEEDED);
      assertThat(order).containsExactly(high, alsoHigh, usual, low);
    }
  }

  private static JobId note(EngineFixture fixture, int priority) throws Exception {
    return fixture
        .submit(
            EngineFixture.job(
                "test", "note", new RequestedOptions(priority, null, null, null, null, Map.of())))
        .id();
  }

  @Test
  void ofAPausedTypeNothingIsStartedAndWhatRunsGoesOn() throws Exception {
    CountDownLatch free = new CountDownLatch(1);
    ScriptedType type =
        new ScriptedType("test", 2).act("block", context -> free.await()).act("quick", c -> {});
    ScriptedType open = new ScriptedType("open", 1).act("quick", context -> {});
    try (EngineFixture fixture = new EngineFixture(folder, type, open)) {
      Job running = fixture.submit("test", "block");
      fixture.await(running.id(), JobStatus.RUNNING);
      fixture.service().pause("test", EngineFixture.ACTOR).toCompletableFuture().join();
      Job waiting = fixture.submit("test", "quick");
      fixture.await(fixture.submit("open", "quick").id(), JobStatus.SUCCEEDED);
      free.countDown();
      fixture.await(running.id(), JobStatus.SUCCEEDED);
      fixture.engine.everyTenSeconds().join();
      assertThat(fixture.find(waiting.id()).status()).isEqualTo(JobStatus.QUEUED);
      fixture.service().resume("test", EngineFixture.ACTOR).toCompletableFuture().join();
      fixture.await(waiting.id(), JobStatus.SUCCEEDED);
    }
  }

  @Test
  void aFullQueueRefusesAndTakesOnAgain() throws Exception {
    CountDownLatch free = new CountDownLatch(1);
    ScriptedType type = new ScriptedType("test", 1).act("block", context -> free.await());
    Settings few = TestSettings.in(folder, Map.of("accepted.queue.limit", "2"));
    try (EngineFixture fixture = new EngineFixture(few, new SettableClock(), type)) {
      Job running = fixture.submit("test", "block");
      fixture.await(running.id(), JobStatus.RUNNING);
      fixture.submit("test", "block");
      Job last = fixture.submit("test", "block");
      assertThat(refusal(fixture)).isInstanceOf(Refusal.QueueFull.class);
      free.countDown();
      fixture.await(last.id(), JobStatus.SUCCEEDED);
      fixture.await(fixture.submit("test", "block").id(), JobStatus.SUCCEEDED);
    }
  }

  private static Throwable refusal(EngineFixture fixture) {
    return org.assertj.core.api.Assertions.catchThrowable(() -> fixture.submit("test", "block"));
  }
}
