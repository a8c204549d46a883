package dev.accepted.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accepted.engine.answers.Lookup;
import dev.accepted.engine.answers.RetryOutcome;
import dev.accepted.job.Job;
import dev.accepted.job.JobId;
import dev.accepted.job.JobStatus;
import dev.accepted.job.Owners;
import dev.accepted.job.PermanentFailure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Cancel, retry and remove, each in each state that matters, and both orders of their races. */
class InterventionTest {

  @TempDir Path folder;
  private final CountDownLatch begun = new CountDownLatch(1);
  private final CompletableFuture<Void> free = new CompletableFuture<>();
  private final ScriptedType type =
      new ScriptedType("test", 1)
          .act("nothing", context -> {})
          .act(
              "wait",
              context -> {
                begun.countDown();
                context.pause(Duration.ofDays(1));
              })
          .act(
              "deaf",
              context -> {
                begun.countDown();
                awaitDeafly(free);
              })
          .act(
              "fail",
              context -> {
                throw new PermanentFailure("broken", "It is broken.");
              });
  private EngineFixture fixture;

  /** Waits, whatever interrupts it. */
  private static void awaitDeafly(CompletableFuture<Void> signal) {
    signal.join();
  }

  @BeforeEach
  void start() throws Exception {
    fixture = new EngineFixture(folder, type);
  }

  @AfterEach
  void stop() {
    free.complete(null);
    fixture.close();
  }

  private Job cancel(JobId id) throws Exception {
    Lookup lookup =
        fixture
            .service()
            .cancel(EngineFixture.OWNERS, id, EngineFixture.ACTOR)
            .toCompletableFuture()
            .get(20, TimeUnit.SECONDS);
    return ((Lookup.Found) lookup).job();
  }

  @Test
  void aRunningJobIsToldToStop() throws Exception {
    Job job = fixture.submit("test", "wait");
    begun.await();
    Job asked = cancel(job.id());
    assertThat(asked.state().cancelRequestedAt()).isEqualTo(fixture.clock.instant());
    Job canceled = fixture.await(job.id(), JobStatus.CANCELED);
    assertThat(canceled.state().errors()).isEmpty();
  }

  @Test
  void aWaitingJobIsCanceledAtOnce() throws Exception {
    fixture.submit("test", "wait");
    begun.await();
    Job waiting = fixture.submit("test", "nothing");
    assertThat(cancel(waiting.id()).status()).isEqualTo(JobStatus.CANCELED);
  }

  @Test
  void aJobThatFinishesAfterItWasAskedToStopHasFinished() throws Exception {
    Job job = fixture.submit("test", "deaf");
    begun.await();
    assertThat(cancel(job.id()).status()).isEqualTo(JobStatus.RUNNING);
    assertThat(cancel(job.id()).status()).isEqualTo(JobStatus.RUNNING);
    free.complete(null);
    Job ended = fixture.await(job.id(), j -> j.status().isFinal());
    assertThat(ended.status()).isEqualTo(JobStatus.SUCCEEDED);
  }

  @Test
  void aFinishedJobStaysAsItIs() throws Exception {
    Job done = fixture.await(fixture.submit("test", "nothing").id(), JobStatus.SUCCEEDED);
    assertThat(cancel(done.id())).isEqualTo(done);
  }

  @Test
  void aFailedJobIsRunAgain() throws Exception {
    Job failed = fixture.await(fixture.submit("test", "fail").id(), JobStatus.FAILED);
    RetryOutcome outcome =
        fixture
            .service()
            .retry(EngineFixture.OWNERS, failed.id(), EngineFixture.ACTOR)
            .toCompletableFuture()
            .get(20, TimeUnit.SECONDS);
    Job retried = ((RetryOutcome.Retried) outcome).job();
    assertThat(retried.status()).isEqualTo(JobStatus.QUEUED);
    Job again =
        fixture.await(failed.id(), j -> j.status() == JobStatus.FAILED && j.state().attempt() == 2);
    assertThat(again.state().errors()).hasSize(2);
  }

  @Test
  void aSucceededJobIsNotRunAgain() throws Exception {
    Job done = fixture.await(fixture.submit("test", "nothing").id(), JobStatus.SUCCEEDED);
    assertThat(
            fixture
                .service()
                .retry(EngineFixture.OWNERS, done.id(), EngineFixture.ACTOR)
                .toCompletableFuture()
                .get())
        .isInstanceOf(RetryOutcome.NotRetriable.class);
  }

  @Test
  void aRemovedJobIsGoneWhateverItWasDoing() throws Exception {
    Job job = fixture.submit("test", "deaf");
    begun.await();
    fixture
        .service()
        .remove(EngineFixture.OWNERS, job.id(), EngineFixture.ACTOR)
        .toCompletableFuture()
        .get(20, TimeUnit.SECONDS);
    assertThat(fixture.service().find(EngineFixture.OWNERS, job.id()))
        .isInstanceOf(Lookup.Unknown.class);
    free.complete(null);
    Job next = fixture.await(fixture.submit("test", "nothing").id(), JobStatus.SUCCEEDED);
    assertThat(next.status()).isEqualTo(JobStatus.SUCCEEDED);
    assertThat(fixture.service().find(EngineFixture.OWNERS, job.id()))
        .isInstanceOf(Lookup.Unknown.class);
  }

  @Test
  void anothersJobIsNotThere() throws Exception {
    Job job = fixture.await(fixture.submit("test", "nothing").id(), JobStatus.SUCCEEDED);
    Owners stranger = new Owners.Only("stranger");
    assertThat(fixture.service().find(stranger, job.id())).isInstanceOf(Lookup.Unknown.class);
    assertThat(
            fixture
                .service()
                .cancel(stranger, job.id(), EngineFixture.ACTOR)
                .toCompletableFuture()
                .get())
        .isInstanceOf(Lookup.Unknown.class);
    assertThat(
            fixture
                .service()
                .remove(stranger, job.id(), EngineFixture.ACTOR)
                .toCompletableFuture()
                .get())
        .isInstanceOf(Lookup.Unknown.class);
    assertThat(fixture.find(job.id())).isEqualTo(job);
  }

  @Test
  void removingDropsTheContent() throws Exception {
    type.act(
        "leave",
        context -> {
          try (var out = context.file("large.bin", "application/octet-stream")) {
            out.write(new byte[10_000]);
          }
        });
    Job done = fixture.await(fixture.submit("test", "leave").id(), JobStatus.SUCCEEDED);
    assertThat(contentFiles()).isEqualTo(1);
    fixture
        .service()
        .remove(EngineFixture.OWNERS, done.id(), EngineFixture.ACTOR)
        .toCompletableFuture()
        .get(20, TimeUnit.SECONDS);
    assertThat(contentFiles()).isZero();
  }

  private long contentFiles() throws Exception {
    try (var files = Files.walk(folder.resolve("content"))) {
      return files.filter(Files::isRegularFile).count();
    }
  }
}
