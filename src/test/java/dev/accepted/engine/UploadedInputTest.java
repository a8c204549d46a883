package dev.accepted.engine;

import static dev.accepted.engine.EngineFixture.OWNER;
import static dev.accepted.engine.UploadStage.append;
import static dev.accepted.engine.UploadStage.begin;
import static dev.accepted.engine.UploadStage.complete;
import static dev.accepted.engine.UploadStage.job;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.accepted.config.TestSettings;
import dev.accepted.engine.intake.NewJob;
import dev.accepted.engine.intake.Refusal;
import dev.accepted.engine.intake.Refusal.UploadUnusable;
import dev.accepted.engine.uploads.UploadReport;
import dev.accepted.engine.uploads.Uploads;
import dev.accepted.job.Job;
import dev.accepted.job.JobContext;
import dev.accepted.job.JobStatus;
import dev.accepted.job.SettableClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Jobs that take an upload as their file. */
class UploadedInputTest {

  private static final int INPUT = "{\"act\":\"copy\"}".length();

  @TempDir Path folder;
  private EngineFixture fixture;
  private Uploads uploads;

  private void start(String... settings) throws Exception {
    ScriptedType type =
        new ScriptedType("test", 1).act("copy", UploadedInputTest::copy).act("read", context -> {});
    Map<String, String> all = settings.length == 0 ? Map.of() : Map.of(settings[0], settings[1]);
    fixture = new EngineFixture(TestSettings.in(folder, all), new SettableClock(), type);
    uploads = fixture.service().uploads();
  }

  @AfterEach
  void stop() {
    fixture.close();
  }

  private static void copy(JobContext context) throws Exception {
    try (var in = context.file().orElseThrow().open();
        var out = context.result("text/plain", null)) {
      in.transferTo(out);
    }
  }

  private List<Path> uploaded() throws IOException {
    try (Stream<Path> all = Files.list(folder.resolve("content/uploads"))) {
      return all.toList();
    }
  }

  private long kept() {
    return fixture.service().quotas(OWNER).bytes().used().orElseThrow();
  }

  private Throwable refused(NewJob job) {
    Throwable failure = catchThrowable(() -> fixture.submit(job));
    return failure instanceof ExecutionException ? failure.getCause() : failure;
  }

  @Test
  void theJobHasItAndTheUploadIsGone() throws Exception {
    start();
    UploadReport done = complete(uploads, "hello");

    Job job = fixture.submit(job(OWNER, "copy", done.id(), null));

    Job copied = fixture.await(job.id(), JobStatus.SUCCEEDED);
    assertThat(copied.state().result().sha256()).isEqualTo(done.sha256());
    assertThat(copied.submission().file().fileName()).isEqualTo("a.txt");
    assertThat(copied.submission().file().mediaType()).isEqualTo("text/plain");
    assertThat(copied.submission().file().length()).isEqualTo(5);
    assertThat(uploads.look(OWNER, done.id())).isEmpty();
    assertThat(uploaded()).isEmpty();
    assertThat(kept()).isEqualTo(5 + INPUT + 5);
    fixture.remove(job.id());
    assertThat(kept()).isZero();
  }

  @Test
  void aLostAnswerIsGivenAgainForTheSameKey() throws Exception {
    start();
    UUID upload = complete(uploads, "hello").id();
    Job first = fixture.submit(job(OWNER, "copy", upload, "key"));

    assertThat(fixture.submit(job(OWNER, "copy", upload, "key")).id()).isEqualTo(first.id());
    assertThat(refused(job(OWNER, "read", upload, "key"))).isInstanceOf(Refusal.KeyReused.class);
    assertThat(refused(job(OWNER, "copy", UUID.randomUUID(), "key")))
        .isInstanceOf(Refusal.KeyReused.class);
    assertThat(refused(job(OWNER, "copy", upload, null))).isInstanceOf(UploadUnusable.class);
    assertThat(refused(job(OWNER, "copy", upload, "other"))).isInstanceOf(UploadUnusable.class);
  }

  @Test
  void ofManyAtOnceOneHasIt() throws Exception {
    start();
    UUID upload = complete(uploads, "hello").id();
    List<CompletableFuture<Job>> all = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      try {
        all.add(fixture.service().submit(job(OWNER, "copy", upload, null)).toCompletableFuture());
      } catch (Refusal late) {
        assertThat(late).isInstanceOf(UploadUnusable.class);
      }
    }
    all.forEach(one -> one.handle((job, failure) -> job).join());

    List<CompletableFuture<Job>> accepted =
        all.stream().filter(one -> !one.isCompletedExceptionally()).toList();
    assertThat(accepted).hasSize(1);
    fixture.await(accepted.get(0).join().id(), JobStatus.SUCCEEDED);
    assertThat(kept()).isEqualTo(5 + INPUT + 5);
  }

  @Test
  void onlyACompleteOneOfOnesOwnIsTaken() throws Exception {
    start();
    UUID upload = begin(uploads, 5L).id();
    append(uploads, upload, 0, "hel", false);

    UploadUnusable incomplete = (UploadUnusable) refused(job(OWNER, "copy", upload, null));
    UploadUnusable foreign = (UploadUnusable) refused(job("other", "copy", upload, null));

    assertThat(incomplete.isThere()).isTrue();
    assertThat(foreign.isThere()).isFalse();
    append(uploads, upload, 3, "lo", true);
    assertThat(((UploadUnusable) refused(job("other", "copy", upload, null))).isThere()).isFalse();
    fixture.await(fixture.submit(job(OWNER, "copy", upload, null)).id(), JobStatus.SUCCEEDED);
  }

  @Test
  void aSubmissionThatIsRefusedLeavesItWhereItIs() throws Exception {
    start("accepted.queue.limit", "1");
    UploadReport done = complete(uploads, "hello");
    assertThat(refused(job(OWNER, "nothing", done.id(), "key")))
        .isInstanceOf(Refusal.Unprocessable.class);

    assertThat(uploads.find(OWNER, done.id())).isEqualTo(done);
    fixture.await(fixture.submit(job(OWNER, "copy", done.id(), "key")).id(), JobStatus.SUCCEEDED);
  }

  @Test
  void whatItKeepsIsNotCountedTwice() throws Exception {
    start("accepted.quota.bytes", Integer.toString(1000 + INPUT));
    UploadReport done = complete(uploads, "x".repeat(1000));

    Job job = fixture.submit(job(OWNER, "read", done.id(), null));

    fixture.await(job.id(), JobStatus.SUCCEEDED);
    assertThat(kept()).isEqualTo(1000 + INPUT);
  }

  @Test
  void whatWouldBeTooMuchWithItsInputStaysAnUpload() throws Exception {
    start("accepted.quota.bytes", "1000");
    UploadReport done = complete(uploads, "x".repeat(1000));

    assertThat(refused(job(OWNER, "read", done.id(), null)))
        .isInstanceOf(Refusal.QuotaExceeded.class);

    assertThat(uploads.find(OWNER, done.id())).isEqualTo(done);
    assertThat(kept()).isEqualTo(1000);
  }
}
