package dev.accepted.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accepted.config.TestSettings;
import dev.accepted.engine.intake.NewJob;
import dev.accepted.engine.intake.Quota;
import dev.accepted.engine.intake.Refusal.QuotaExceeded;
import dev.accepted.engine.intake.RequestedOptions;
import dev.accepted.job.Job;
import dev.accepted.job.JobStatus;
import dev.accepted.job.SettableClock;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What callers may have, and that it is counted right whatever happens to their jobs. */
class QuotaTest {

  private static final String ME = EngineFixture.OWNER;
  private static final byte[] RESULT = new byte[6_000];
  private static final int INPUT = "{\"act\":\"wait\"}".length();

  @TempDir Path folder;
  private final SettableClock clock = new SettableClock();
  private final CountDownLatch free = new CountDownLatch(1);

  private EngineFixture start(String... settings) throws Exception {
    ScriptedType type =
        new ScriptedType("test", 2)
            .act("wait", context -> free.await())
            .act(
                "fail",
                context -> {
                  throw new dev.accepted.job.PermanentFailure("no", "no");
                })
            .act(
                "more",
                context -> {
                  try (var out = context.result("application/octet-stream", null)) {
                    out.write(RESULT);
                  }
                });
    Map<String, String> all = new java.util.HashMap<>();
    for (int i = 0; i < settings.length; i += 2) {
      all.put(settings[i], settings[i + 1]);
    }
    return new EngineFixture(TestSettings.in(folder, all), clock, type);
  }

  private static NewJob job(String owner, String act, String key) {
    NewJob any = EngineFixture.job("test", act, RequestedOptions.NONE);
    return new NewJob(owner, "test", any.input(), null, any.options(), key);
  }

  private static Job submit(EngineFixture fixture, String act) throws Exception {
    return fixture.submit(job(ME, act, null));
  }

  private static QuotaExceeded refused(EngineFixture fixture, NewJob job) {
    Throwable failure = org.assertj.core.api.Assertions.catchThrowable(() -> fixture.submit(job));
    return (QuotaExceeded) (failure instanceof ExecutionException ? failure.getCause() : failure);
  }

  @Test
  void oneMoreActiveJobThanMayBeIsRefusedUntilOneIsThrough() throws Exception {
    try (EngineFixture fixture = start("accepted.quota.active", "3")) {
      Job first = fixture.submit(job(ME, "wait", "key"));
      Job second = submit(fixture, "wait");
      submit(fixture, "wait");
      QuotaExceeded refusal = refused(fixture, job(ME, "wait", "other"));
      assertThat(refusal.quota()).isEqualTo(Quota.ACTIVE_JOBS);
      assertThat(refusal.limit()).isEqualTo(3);
      assertThat(refusal.used()).isEqualTo(3);
      assertThat(refusal.comeBackIn()).isPositive();
      assertThat(fixture.submit(job(ME, "wait", "key")).id()).isEqualTo(first.id());
      fixture.submit(job("somebody", "wait", null));
      fixture
          .service()
          .cancel(EngineFixture.OWNERS, second.id(), EngineFixture.ACTOR)
          .toCompletableFuture()
          .join();
      free.countDown();
      assertThat(activeComesTo(fixture, 0)).isZero();
      // The key that was refused stands for nothing.
      assertThat(fixture.submit(job(ME, "wait", "other")).id()).isNotEqualTo(first.id());
    }
  }

  private static long activeComesTo(EngineFixture fixture, long wanted) {
    long end = System.nanoTime() + EngineFixture.PATIENCE.toNanos();
    long active = active(fixture);
    while (active != wanted && System.nanoTime() < end) {
      active = active(fixture);
    }
    return active;
  }

  private static long active(EngineFixture fixture) {
    return fixture.service().quotas(ME).activeJobs().used().orElseThrow();
  }

  @Test
  void ofManyAtOnceNotOneTooManyIsAccepted() throws Exception {
    try (EngineFixture fixture = start("accepted.quota.active", "10")) {
      List<CompletableFuture<Job>> all = new ArrayList<>();
      for (int i = 0; i < 100; i++) {
        all.add(fixture.service().submit(job(ME, "wait", null)).toCompletableFuture());
      }
      all.forEach(one -> one.handle((job, failure) -> job).join());

      assertThat(all.stream().filter(one -> !one.isCompletedExceptionally())).hasSize(10);
      assertThat(active(fixture)).isEqualTo(10);
      free.countDown();
    }
  }

  @Test
  void submissionsAMinuteComeBackOneByOne() throws Exception {
    try (EngineFixture fixture = start("accepted.quota.submissions", "3")) {
      Job first = fixture.submit(job(ME, "fail", "key"));
      submit(fixture, "fail");
      fixture.await(submit(fixture, "fail").id(), JobStatus.FAILED);
      QuotaExceeded refusal = refused(fixture, job(ME, "fail", null));
      assertThat(refusal.quota()).isEqualTo(Quota.SUBMISSIONS);
      assertThat(refusal.limit()).isEqualTo(3);
      assertThat(refusal.used()).isEqualTo(3);
      assertThat(refusal.comeBackIn()).isEqualTo(Duration.ofSeconds(20));
      assertThat(fixture.submit(job(ME, "fail", "key")).id()).isEqualTo(first.id());
      fixture.submit(job("somebody", "fail", null));
      clock.advance(Duration.ofSeconds(20));
      submit(fixture, "fail");
      assertThat(refused(fixture, job(ME, "fail", null)).quota()).isEqualTo(Quota.SUBMISSIONS);
      assertThat(fixture.service().quotas(ME).submissions().used()).isEqualTo(OptionalLong.of(3));
    }
  }

  @Test
  void bytesCountUntilTheirJobIsRemovedOrExpires() throws Exception {
    String limit = Integer.toString(2 * RESULT.length + 3 * INPUT);
    try (EngineFixture fixture = start("accepted.quota.bytes", limit, "accepted.retain", "PT1M")) {
      Job kept = submit(fixture, "more");
      fixture.await(kept.id(), JobStatus.SUCCEEDED);
      fixture.await(submit(fixture, "more").id(), JobStatus.SUCCEEDED);
      submit(fixture, "fail");
      QuotaExceeded refusal = refused(fixture, job(ME, "more", null));
      assertThat(refusal.quota()).isEqualTo(Quota.STORED_BYTES);
      assertThat(refusal.used()).isEqualTo(Long.parseLong(limit));
      assertThat(refusal.comeBackIn()).isZero();
      fixture
          .service()
          .remove(EngineFixture.OWNERS, kept.id(), EngineFixture.ACTOR)
          .toCompletableFuture()
          .join();
      fixture.await(submit(fixture, "more").id(), JobStatus.SUCCEEDED);
      clock.advance(Duration.ofMinutes(2));
      fixture.everyTenSeconds();
      assertThat(fixture.service().quotas(ME).bytes().used()).isEqualTo(OptionalLong.of(0));
    }
  }

  @Test
  void whatWasCountedIsKnownAfterARestart() throws Exception {
    try (EngineFixture fixture = start()) {
      Job failed = submit(fixture, "fail");
      fixture.await(failed.id(), JobStatus.FAILED);
      submit(fixture, "wait");
      fixture
          .service()
          .retry(EngineFixture.OWNERS, failed.id(), EngineFixture.ACTOR)
          .toCompletableFuture()
          .join();
      fixture.await(failed.id(), job -> job.state().claim() == 2 && job.status().isFinal());
      assertThat(active(fixture)).isOne();
    }
    try (EngineFixture fixture = start("accepted.quota.active", "2")) {
      submit(fixture, "wait");
      assertThat(refused(fixture, job(ME, "wait", null)).used()).isEqualTo(2);
      free.countDown();
      assertThat(activeComesTo(fixture, 0)).isZero();
    }
  }
}
