package dev.accepted.engine;

import static dev.accepted.engine.EngineFixture.job;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.accepted.config.TestSettings;
import dev.accepted.content.Content;
import dev.accepted.content.S3Server;
import dev.accepted.content.StagedFile;
import dev.accepted.engine.answers.Lookup;
import dev.accepted.engine.intake.NewJob;
import dev.accepted.engine.intake.Refusal;
import dev.accepted.engine.intake.RequestedOptions;
import dev.accepted.job.AttemptError;
import dev.accepted.job.Job;
import dev.accepted.job.JobFilter;
import dev.accepted.job.JobStatus;
import dev.accepted.job.SettableClock;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A bucket whose server goes and comes back while jobs are submitted, run and read. */
class ContentDownTest {

  private static final byte[] LARGE = new byte[100_000];
  private static final Duration PAST_THE_DELAY = Duration.ofSeconds(20);

  private static S3Server server;

  @TempDir Path folder;
  @TempDir static Path buckets;
  private final ScriptedType type = new ScriptedType("test", 4);
  private EngineFixture fixture;

  @BeforeAll
  static void startServer() throws Exception {
    server = S3Server.start(buckets);
  }

  @AfterAll
  static void stopServer() {
    server.close();
  }

  @BeforeEach
  void start() throws Exception {
    fixture =
        new EngineFixture(TestSettings.in(folder, server.settings()), new SettableClock(), type);
  }

  @AfterEach
  void stop() {
    fixture.close();
  }

  @Test
  void aJobReadsItsInputAndLeavesAResult() throws Exception {
    type.act(
        "copy",
        context -> {
          try (InputStream in = context.file().orElseThrow().open();
              var out = context.result("application/octet-stream", null)) {
            in.transferTo(out);
          }
        });

    Job done = fixture.await(submit("copy").id(), JobStatus.SUCCEEDED);

    assertThat(read(done)).isEqualTo(LARGE);
  }

  @Test
  void aSubmissionIsRefusedAndNothingOfItStays() throws Exception {
    type.act("nothing", context -> {});
    server.stop();

    assertThatThrownBy(() -> submit("nothing")).isInstanceOf(Refusal.StoreDown.class);
    assertThat(fixture.service().list(EngineFixture.OWNERS, JobFilter.ALL, 10, null).jobs())
        .isEmpty();

    server.start();
    fixture.await(submit("nothing").id(), JobStatus.SUCCEEDED);
  }

  @Test
  void anAttemptThatCantReadItsInputIsTriedAgain() throws Exception {
    CountDownLatch free = new CountDownLatch(1);
    ScriptedType busy = type.act("nothing", context -> free.await());
    Job[] before = new Job[4];
    for (int slot = 0; slot < before.length; slot++) {
      before[slot] = fixture.submit(busy.definition().name(), "nothing");
    }
    for (Job job : before) {
      fixture.await(job.id(), JobStatus.RUNNING);
    }
    Job waiting = submit("nothing");
    server.stop();
    free.countDown();

    Job failed = fixture.await(waiting.id(), JobStatus.SCHEDULED);
    assertThat(failed.state().errors())
        .extracting(AttemptError::code)
        .containsExactly("content-unavailable");

    server.start();
    fixture.pass(PAST_THE_DELAY);
    fixture.await(waiting.id(), JobStatus.SUCCEEDED);
  }

  @Test
  void anAttemptWhoseResultCantBeKeptIsTriedAgain() throws Exception {
    type.act(
        "write",
        context -> {
          try (var out = context.result("application/octet-stream", null)) {
            out.write(LARGE);
          }
          if (context.attempt() == 1) {
            server.stop();
          }
        });
    Job job = fixture.submit("test", "write");

    Job failed = fixture.await(job.id(), JobStatus.SCHEDULED);
    assertThat(failed.state().errors())
        .extracting(AttemptError::code)
        .containsExactly("content-unavailable");

    server.start();
    fixture.pass(PAST_THE_DELAY);
    assertThat(read(fixture.await(job.id(), JobStatus.SUCCEEDED))).isEqualTo(LARGE);
  }

  @Test
  void aReaderIsToldToComeBack() throws Exception {
    type.act(
        "write",
        context -> {
          try (var out = context.result("application/octet-stream", null)) {
            out.write(LARGE);
          }
        });
    Job done = fixture.await(fixture.submit("test", "write").id(), JobStatus.SUCCEEDED);
    server.stop();

    assertThatThrownBy(() -> read(done)).isInstanceOf(Refusal.StoreDown.class);

    server.start();
    assertThat(read(done)).isEqualTo(LARGE);
  }

  @Test
  void aJobCanBeRemovedMeanwhileAndItsContentGoesLater() throws Exception {
    type.act("nothing", context -> {});
    Job done = fixture.await(submit("nothing").id(), JobStatus.SUCCEEDED);
    server.stop();

    assertThat(
            fixture
                .service()
                .remove(EngineFixture.OWNERS, done.id(), EngineFixture.ACTOR)
                .toCompletableFuture()
                .join())
        .isInstanceOf(Lookup.Found.class);

    server.start();
    fixture.clock.advance(Duration.ofDays(20_000)); // the bucket's own clock is the machine's
    assertThat(fixture.engine.everyHour()).isPositive();
    assertThat(fixture.engine.everyHour()).isZero();
  }

  private Job submit(String act) throws Exception {
    try (StagedFile file =
        fixture
            .service()
            .contents()
            .stage(new ByteArrayInputStream(LARGE), "text/plain", null, 1 << 20)) {
      NewJob plain = job("test", act, RequestedOptions.NONE);
      return fixture.submit(
          new NewJob(plain.owner(), plain.type(), plain.input(), file, plain.options(), null));
    }
  }

  private byte[] read(Job job) throws Exception {
    Content result = fixture.service().contents().result(job).orElseThrow();
    try (InputStream in =
        fixture.service().contents().open(job, result, 0, result.info().length())) {
      return in.readAllBytes();
    }
  }
}
