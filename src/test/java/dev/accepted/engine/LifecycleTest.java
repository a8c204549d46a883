package dev.accepted.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.accepted.engine.answers.ContentGone;
import dev.accepted.engine.answers.Lookup;
import dev.accepted.engine.intake.Refusal;
import dev.accepted.engine.intake.RequestedOptions;
import dev.accepted.job.AttemptError;
import dev.accepted.job.Job;
import dev.accepted.job.JobStatus;
import dev.accepted.job.LogLine;
import dev.accepted.job.Owners;
import dev.accepted.job.PermanentFailure;
import dev.accepted.job.Progress;
import dev.accepted.job.RetryLater;
import dev.accepted.job.TransientFailure;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A job's way through the engine, from submission to expiry. */
class LifecycleTest {

  @TempDir Path folder;
  private final ScriptedType type = new ScriptedType("test", 4);
  private EngineFixture fixture;

  @BeforeEach
  void start() throws Exception {
    fixture = new EngineFixture(folder, type);
  }

  @AfterEach
  void stop() {
    fixture.close();
  }

  @Test
  void aJobSucceedsAndLeavesItsResult() throws Exception {
    type.act(
        "write",
        context -> {
          context.progress(1, 2, "lines", "writing");
          context.log("half way");
          context.progress(2, 2, "lines", "written");
          try (var out = context.result("text/plain", "greeting.txt")) {
            out.write("hello".getBytes(StandardCharsets.UTF_8));
          }
        });
    Job accepted = fixture.submit("test", "write");
    assertThat(accepted.status()).isEqualTo(JobStatus.QUEUED);

    Job done = fixture.await(accepted.id(), JobStatus.SUCCEEDED);

    assertThat(done.state().attempt()).isEqualTo(1);
    assertThat(done.state().progress()).isEqualTo(new Progress(2, 2, "lines", "written"));
    assertThat(done.state().expiresAt())
        .isEqualTo(done.state().finishedAt().plus(Duration.ofDays(7)));
    var content = fixture.service().contents().result(done).orElseThrow();
    assertThat(content.open(1, 4)).hasContent("ello");
    assertThat(content.info().length()).isEqualTo(5);
    assertThat(fixture.service().log(done.id(), 0, 10))
        .extracting(LogLine::text)
        .containsExactly("half way");
  }

  @Test
  void aResultThatIsBeingReadWhenItsJobExpiresIsReadToItsEnd() throws Exception {
    byte[] large = new byte[1_000_000];
    Job done = withResult(large);
    var content = fixture.service().contents().result(done).orElseThrow();
    try (InputStream in = fixture.service().contents().open(done, content, 0, large.length)) {
      assertThat(in.readNBytes(10)).hasSize(10);
      fixture.clock.advance(Duration.ofDays(8));
      assertThat(fixture.engine.everyTenSeconds().get()).isEqualTo(1);
      assertThat(in.readAllBytes()).hasSize(large.length - 10);
    }
  }

  @Test
  void aResultThatExpiresBeforeItIsReadIsGone() throws Exception {
    Job expired = withResult(new byte[1_000_000]);
    var content = fixture.service().contents().result(expired).orElseThrow();
    fixture.clock.advance(Duration.ofDays(8));
    assertThat(fixture.engine.everyTenSeconds().get()).isEqualTo(1);

    assertThatThrownBy(() -> fixture.service().contents().open(expired, content, 0, 1))
        .isInstanceOfSatisfying(
            ContentGone.class,
            gone -> assertThat(gone.lookup()).isInstanceOf(Lookup.Expired.class));

    Job removed = withResult(new byte[1_000_000]);
    var other = fixture.service().contents().result(removed).orElseThrow();
    fixture.remove(removed.id());
    assertThatThrownBy(() -> fixture.service().contents().open(removed, other, 0, 1))
        .isInstanceOfSatisfying(
            ContentGone.class,
            gone -> assertThat(gone.lookup()).isInstanceOf(Lookup.Unknown.class));
  }

  private Job withResult(byte[] bytes) throws Exception {
    type.act(
        "result",
        context -> {
          try (var out = context.result("application/octet-stream", null)) {
            out.write(bytes);
          }
        });
    return fixture.await(fixture.submit("test", "result").id(), JobStatus.SUCCEEDED);
  }

  @Test
  void aLargeResultAndFilesAreKeptAsFiles() throws Exception {
    byte[] large = new byte[100_000];
    type.act(
        "large",
        context -> {
          try (var out = context.result("application/octet-stream", null)) {
            out.write(large);
          }
          try (var out = context.file("small.txt", "text/plain")) {
            out.write('x');
          }
        });
    Job done = fixture.await(fixture.submit("test", "large").id(), JobStatus.SUCCEEDED);

    assertThat(fixture.service().contents().result(done).orElseThrow().open(0, large.length))
        .hasBinaryContent(large);
    assertThat(fixture.service().contents().file(done, "small.txt").orElseThrow().open(0, 1))
        .hasContent("x");
    assertThat(fixture.service().contents().file(done, "result")).isEmpty();
  }

  @Test
  void aTransientFailureIsTriedAgainAfterItsDelay() throws Exception {
    type.act(
        "flaky",
        context -> {
          if (context.attempt() < 3) {
            throw new TransientFailure("too-busy", "The other side is busy.");
          }
        });
    Job job = fixture.submit("test", "flaky");
    Job waiting = fixture.await(job.id(), JobStatus.SCHEDULED);
    assertThat(Duration.between(fixture.clock.instant(), waiting.state().runAt()))
        .isBetween(Duration.ofMillis(7_500), Duration.ofMillis(12_500));

    fixture.pass(Duration.ofSeconds(1));
    assertThat(fixture.find(job.id()).status()).isEqualTo(JobStatus.SCHEDULED);
    fixture.pass(Duration.ofSeconds(13));
    fixture.await(job.id(), j -> j.status() == JobStatus.SCHEDULED && j.state().attempt() == 2);
    fixture.pass(Duration.ofSeconds(30));

    Job done = fixture.await(job.id(), JobStatus.SUCCEEDED);
    assertThat(done.state().attempt()).isEqualTo(3);
    assertThat(done.state().errors())
        .extracting(AttemptError::attempt, AttemptError::code)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(1, "too-busy"),
            org.assertj.core.groups.Tuple.tuple(2, "too-busy"));
  }

  @Test
  void attemptsRunOut() throws Exception {
    type.act(
        "hopeless",
        context -> {
          throw new RetryLater(Duration.ofSeconds(2), "not-yet", "Not yet.");
        });
    Job job = fixture.submit("test", "hopeless");
    for (int attempt = 1; attempt < 3; attempt++) {
      int ended = attempt;
      fixture.await(
          job.id(), j -> j.status() == JobStatus.SCHEDULED && j.state().attempt() == ended);
      fixture.pass(Duration.ofSeconds(2));
    }
    Job failed = fixture.await(job.id(), JobStatus.FAILED);
    assertThat(failed.state().errors()).hasSize(3);
  }

  @Test
  void aPermanentFailureIsNotTriedAgain() throws Exception {
    type.act(
        "broken",
        context -> {
          throw new PermanentFailure("bad-row", "Row 3 is bad.");
        });
    Job failed = fixture.await(fixture.submit("test", "broken").id(), JobStatus.FAILED);
    assertThat(failed.state().attempt()).isEqualTo(1);
    assertThat(failed.state().errors().get(0).message()).isEqualTo("Row 3 is bad.");
  }

  @Test
  void whatABodyThrowsUnexpectedlyIsNotShown() throws Exception {
    type.act(
        "bug",
        context -> {
          throw new IllegalStateException("secret /etc/path");
        });
    Job waiting = fixture.await(fixture.submit("test", "bug").id(), JobStatus.SCHEDULED);
    AttemptError error = waiting.state().errors().get(0);
    assertThat(error.code()).isEqualTo("internal-error");
    assertThat(error.message()).doesNotContain("secret");
  }

  @Test
  void aJobThatTakesTooLongIsStopped() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    type.act(
        "endless",
        context -> {
          begun.countDown();
          context.pause(Duration.ofDays(1));
        });
    Job job =
        fixture.submit(
            EngineFixture.job(
                "test",
                "endless",
                new RequestedOptions(
                    null, null, Duration.ofSeconds(5), null, 1, java.util.Map.of())));
    begun.await();
    fixture.pass(Duration.ofSeconds(6));
    Job failed = fixture.await(job.id(), JobStatus.FAILED);
    assertThat(failed.state().errors().get(0).code()).isEqualTo("timeout");
  }

  @Test
  void aFinishedJobExpiresAndLeavesATombstone() throws Exception {
    type.act("nothing", context -> {});
    Job done = fixture.await(fixture.submit("test", "nothing").id(), JobStatus.SUCCEEDED);
    fixture.clock.advance(Duration.ofDays(7).minusSeconds(1));
    assertThat(fixture.engine.everyTenSeconds().get()).isZero();
    fixture.clock.advance(Duration.ofSeconds(1));
    assertThat(fixture.engine.everyTenSeconds().get()).isEqualTo(1);

    Lookup lookup = fixture.service().find(EngineFixture.OWNERS, done.id());
    assertThat(lookup).isInstanceOf(Lookup.Expired.class);
    assertThat(fixture.service().find(new Owners.OfTenant("tester"), done.id()))
        .isInstanceOf(Lookup.Unknown.class);
    fixture.clock.advance(Duration.ofDays(365));
    fixture.engine.everyTenSeconds().get();
    assertThat(fixture.service().find(EngineFixture.OWNERS, done.id()))
        .isInstanceOf(Lookup.Unknown.class);
  }

  @Test
  void aJobForLaterWaitsForItsTime() throws Exception {
    type.act("nothing", context -> {});
    Job job =
        fixture.submit(
            EngineFixture.job(
                "test",
                "nothing",
                new RequestedOptions(
                    null,
                    fixture.clock.instant().plusSeconds(60),
                    null,
                    null,
                    null,
                    java.util.Map.of())));
    assertThat(job.status()).isEqualTo(JobStatus.SCHEDULED);
    assertThat(fixture.engine.pace().retryAfterSeconds(job)).isEqualTo(60);
    fixture.pass(Duration.ofSeconds(59));
    assertThat(fixture.find(job.id()).status()).isEqualTo(JobStatus.SCHEDULED);
    fixture.pass(Duration.ofSeconds(1));
    fixture.await(job.id(), JobStatus.SUCCEEDED);
  }

  @Test
  void theStoreKeepsTheLastProgressEvenIfNobodyAsked() throws Exception {
    type.act("count", context -> context.progress(2, 2, "rows", null));
    Job done = fixture.await(fixture.submit("test", "count").id(), JobStatus.SUCCEEDED);
    fixture.close();
    fixture = new EngineFixture(folder, type);
    assertThat(fixture.find(done.id()).state().progress())
        .isEqualTo(new Progress(2, 2, "rows", null));
  }

  @Test
  void anInputThatDoesNotFitIsRefused() {
    assertThatThrownBy(() -> fixture.submit("test", "no such act"))
        .isInstanceOf(Refusal.Unprocessable.class);
    assertThatThrownBy(() -> fixture.submit("nothing", "x"))
        .isInstanceOf(Refusal.UnknownType.class);
    assertThatThrownBy(() -> fixture.submit("test", ""))
        .isInstanceOfSatisfying(
            Refusal.Unprocessable.class,
            refusal -> assertThat(refusal.violations().get(0).pointer()).isEqualTo("/act"));
  }
}
