package dev.accepted.engine;

import static dev.accepted.engine.EngineFixture.OWNER;
import static dev.accepted.engine.UploadStage.append;
import static dev.accepted.engine.UploadStage.begin;
import static dev.accepted.engine.UploadStage.chunks;
import static dev.accepted.engine.UploadStage.job;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.accepted.config.TestSettings;
import dev.accepted.content.S3Server;
import dev.accepted.engine.UploadStage.SlowBody;
import dev.accepted.engine.uploads.UploadRefused;
import dev.accepted.engine.uploads.UploadReport;
import dev.accepted.engine.uploads.Uploads;
import dev.accepted.job.Job;
import dev.accepted.job.JobContext;
import dev.accepted.job.JobStatus;
import dev.accepted.job.SettableClock;
import dev.accepted.sql.TestPostgres;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Uploads whose requests arrive at different servers, which share a database and a folder. */
class UploadsOfTwoNodesTest {

  private static final String HELLO_SHA = "LPJNul+wow4m6DsqxbninhsWHlwfp0JecwQzYpOLmCQ=";

  @TempDir Path folder;
  private final SettableClock clock = new SettableClock();
  private final String url = TestPostgres.url();

  private EngineFixture node(String name, Map<String, String> settings) throws Exception {
    return new EngineFixture(
        TestSettings.in(folder.resolve(name), settings),
        clock,
        TestPostgres.connect(url),
        new ScriptedType("test", 1).act("copy", UploadsOfTwoNodesTest::copy));
  }

  private EngineFixture node(String name) throws Exception {
    return node(name, Map.of("accepted.content", folder.resolve("shared").toString()));
  }

  private static void copy(JobContext context) throws Exception {
    try (var in = context.file().orElseThrow().open();
        var out = context.result("text/plain", null)) {
      in.transferTo(out);
    }
  }

  @Test
  void goesOnOnAnyNode() throws Exception {
    try (EngineFixture one = node("one");
        EngineFixture other = node("other")) {
      UUID id = begin(one.service().uploads(), 5L).id();
      append(other.service().uploads(), id, 0, "hel", false);

      assertThat(one.service().uploads().find(OWNER, id).offset()).isEqualTo(3);
      UploadReport done = append(one.service().uploads(), id, 3, "lo", true);

      assertThat(done.sha256()).isEqualTo(HELLO_SHA);
      Job job = other.submit(job(OWNER, "copy", id, null));
      Job copied = one.await(job.id(), JobStatus.SUCCEEDED);
      assertThat(copied.state().result().sha256()).isEqualTo(HELLO_SHA);
    }
  }

  @Test
  void aRequestThatHangsOnAnotherNodeCanWriteNothingThatCounts() throws Exception {
    try (EngineFixture one = node("one");
        EngineFixture other = node("other")) {
      Uploads here = one.service().uploads();
      Uploads there = other.service().uploads();
      UUID id = begin(here, 5L).id();
      append(here, id, 0, "he", false);
      SlowBody hanging = new SlowBody("XXX");
      CompletableFuture<Throwable> first = new CompletableFuture<>();
      new Thread(() -> first.complete(appended(here, id, hanging))).start();
      hanging.awaitReader();

      assertThat(there.find(OWNER, id).offset()).isEqualTo(2);
      append(there, id, 2, "l", false);
      // It writes to its file, as nobody has told it anything.
      hanging.send("YYYY");
      hanging.cut();

      assertThat(first.get()).isInstanceOf(UploadRefused.Superseded.class);
      UploadReport done = append(there, id, 3, "lo", true);
      assertThat(done.sha256()).isEqualTo(HELLO_SHA);
      Job job = one.submit(job(OWNER, "copy", id, null));
      assertThat(one.await(job.id(), JobStatus.SUCCEEDED).state().result().sha256())
          .isEqualTo(HELLO_SHA);
    }
  }

  private static Throwable appended(Uploads uploads, UUID id, SlowBody body) {
    try {
      uploads.append(OWNER, id, chunks(2, false), body);
      return new AssertionError("it was appended");
    } catch (Exception refused) {
      return refused;
    }
  }

  @Test
  void oneNodeMayRemoveWhatAnotherBrings() throws Exception {
    try (EngineFixture one = node("one");
        EngineFixture other = node("other")) {
      UUID id = begin(one.service().uploads(), 5L).id();
      append(one.service().uploads(), id, 0, "hel", false);

      assertThat(other.service().uploads().remove(OWNER, id)).isTrue();

      assertThatThrownBy(() -> append(one.service().uploads(), id, 3, "lo", true))
          .isInstanceOf(UploadRefused.Unknown.class);
      assertThat(one.service().quotas(OWNER).bytes().used().orElseThrow()).isZero();
    }
  }

  @Test
  void nodesThatShareABucketOnlySayThatTheyCant() throws Exception {
    try (S3Server server = S3Server.start(folder.resolve("s3"));
        EngineFixture one = node("one", server.settings())) {
      assertThatThrownBy(() -> begin(one.service().uploads(), 5L))
          .isInstanceOf(UploadRefused.Unavailable.class);
    }
  }

  @Test
  void aNodeWithABucketOfItsOwnTakesThem() throws Exception {
    try (S3Server server = S3Server.start(folder.resolve("s3"));
        EngineFixture alone =
            new EngineFixture(
                TestSettings.in(folder.resolve("alone"), server.settings()),
                clock,
                new ScriptedType("test", 1).act("copy", UploadsOfTwoNodesTest::copy))) {
      Uploads uploads = alone.service().uploads();
      UUID id = begin(uploads, 5L).id();
      append(uploads, id, 0, "hel", false);
      append(uploads, id, 3, "lo", true);
      Job job = alone.submit(job(OWNER, "copy", id, null));
      assertThat(alone.await(job.id(), JobStatus.SUCCEEDED).state().result().sha256())
          .isEqualTo(HELLO_SHA);
      assertThat(folder.resolve("alone/content/uploads")).isEmptyDirectory();
    }
  }
}
