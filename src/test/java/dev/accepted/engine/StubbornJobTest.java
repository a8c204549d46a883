package dev.accepted.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accepted.engine.intake.RequestedOptions;
import dev.accepted.job.Job;
import dev.accepted.job.JobStatus;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Job code that does not stop when it is told to. */
class StubbornJobTest {

  private static final Duration TIMEOUT = Duration.ofSeconds(5);

  @TempDir Path folder;
  private final CompletableFuture<Void> free = new CompletableFuture<>();
  private final CountDownLatch begun = new CountDownLatch(1);
  private final CountDownLatch back = new CountDownLatch(1);
  private EngineFixture fixture;

  @BeforeEach
  void start() throws Exception {
    ScriptedType type =
        new ScriptedType("test", 1)
            .act("quick", context -> {})
            .act("wait", context -> context.pause(Duration.ofDays(1)))
            .act(
                "stubborn",
                context -> {
                  begun.countDown();
                  free.join();
                  back.countDown();
                });
    fixture = new EngineFixture(folder, type);
  }

  @AfterEach
  void stop() {
    free.complete(null);
    fixture.close();
  }

  private Job stubborn() throws Exception {
    RequestedOptions options = new RequestedOptions(null, null, TIMEOUT, null, 1, Map.of());
    Job job = fixture.submit(EngineFixture.job("test", "stubborn", options));
    begun.await();
    return job;
  }

  @Test
  void itsJobFailsAndItsSlotIsGivenToTheNext() throws Exception {
    Job job = stubborn();
    Job next = fixture.submit("test", "quick");
    fixture.pass(TIMEOUT.plusSeconds(1));
    fixture.pass(LateJobs.GRACE);
    assertThat(fixture.find(job.id()).status()).isEqualTo(JobStatus.RUNNING);

    fixture.pass(Duration.ofSeconds(1));

    Job failed = fixture.await(job.id(), JobStatus.FAILED);
    assertThat(failed.state().errors().get(0).code()).isEqualTo("timeout");
    fixture.await(next.id(), JobStatus.SUCCEEDED);
    assertThat(fixture.engine.gauges().abandonedThreads()).isEqualTo(1);
    free.complete(null);
    back.await();
    // The slot is not given back a second time.
    fixture.await(fixture.submit("test", "wait").id(), JobStatus.RUNNING);
    Job waiting = fixture.submit("test", "quick");
    assertThat(fixture.find(waiting.id()).status()).isEqualTo(JobStatus.QUEUED);
    assertThat(fixture.find(job.id()).status()).isEqualTo(JobStatus.FAILED);
  }

  @Test
  void aCanceledOneIsGivenTheTimeThatItHasAnyway() throws Exception {
    Job job = stubborn();
    fixture
        .service()
        .cancel(EngineFixture.OWNERS, job.id(), EngineFixture.ACTOR)
        .toCompletableFuture()
        .join();
    fixture.pass(Duration.ofSeconds(4));
    assertThat(fixture.find(job.id()).status()).isEqualTo(JobStatus.RUNNING);

    fixture.pass(TIMEOUT.plus(LateJobs.GRACE));

    fixture.await(job.id(), JobStatus.CANCELED);
  }
}
