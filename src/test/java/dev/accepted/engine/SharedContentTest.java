package dev.accepted.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accepted.config.TestSettings;
import dev.accepted.content.Content;
import dev.accepted.content.S3Server;
import dev.accepted.content.StagedFile;
import dev.accepted.engine.intake.NewJob;
import dev.accepted.engine.intake.RequestedOptions;
import dev.accepted.job.Job;
import dev.accepted.job.JobContext;
import dev.accepted.job.JobStatus;
import dev.accepted.job.SettableClock;
import dev.accepted.sql.TestPostgres;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A job whose input one server took in, which the other runs, and whose result the first reads. */
class SharedContentTest {

  private static final byte[] LARGE = new byte[100_000];

  @TempDir Path folder;
  private final SettableClock clock = new SettableClock();
  private final String url = TestPostgres.url();
  private final CountDownLatch busy = new CountDownLatch(1);
  private final CountDownLatch free = new CountDownLatch(1);

  @Test
  void inAFolder() throws Exception {
    goesAround(Map.of("accepted.content", folder.resolve("shared").toString()));
  }

  @Test
  void inABucket() throws Exception {
    try (S3Server server = S3Server.start(folder.resolve("s3"))) {
      goesAround(server.settings());
    }
  }

  private void goesAround(Map<String, String> settings) throws Exception {
    try (EngineFixture one = node("one", settings, context -> block());
        EngineFixture other = node("other", settings, SharedContentTest::copy)) {
      submit(one);
      assertThat(busy.await(20, TimeUnit.SECONDS)).isTrue();

      Job job = submit(one);

      Job done = one.await(job.id(), JobStatus.SUCCEEDED);
      for (EngineFixture node : new EngineFixture[] {one, other}) {
        Content result = node.service().contents().result(done).orElseThrow();
        try (InputStream in = node.service().contents().open(done, result, 0, LARGE.length)) {
          assertThat(in.readAllBytes()).isEqualTo(LARGE);
        }
        assertThat(node.service().contents().file(done, "beside.txt")).isPresent();
      }
      free.countDown();
    }
  }

  private EngineFixture node(String name, Map<String, String> settings, ScriptedType.Act act)
      throws Exception {
    return new EngineFixture(
        TestSettings.in(folder.resolve(name), settings),
        clock,
        TestPostgres.connect(url),
        new ScriptedType("test", 1).act("copy", act));
  }

  private void block() throws InterruptedException {
    busy.countDown();
    free.await();
  }

  private static void copy(JobContext context) throws Exception {
    try (InputStream in = context.file().orElseThrow().open();
        var out = context.result("application/octet-stream", null);
        var beside = context.file("beside.txt", "text/plain")) {
      in.transferTo(out);
      beside.write('x');
    }
  }

  private static Job submit(EngineFixture node) throws Exception {
    try (StagedFile file =
        node.service()
            .contents()
            .stage(new ByteArrayInputStream(LARGE), "text/plain", null, 1 << 20)) {
      NewJob plain = EngineFixture.job("test", "copy", RequestedOptions.NONE);
      return node.submit(
          new NewJob(plain.owner(), plain.type(), plain.input(), file, plain.options(), null));
    }
  }
}
