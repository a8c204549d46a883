package dev.accepted.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accepted.config.TestSettings;
import dev.accepted.job.AttemptError;
import dev.accepted.job.Job;
import dev.accepted.job.JobContext;
import dev.accepted.job.JobStatus;
import dev.accepted.job.SettableClock;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Jobs that write more than they may. */
class BoundedOutputTest {

  private static final int MOST = 100_000;

  @TempDir Path folder;
  private final ScriptedType type = new ScriptedType("test", 4);
  private EngineFixture fixture;

  @BeforeEach
  void start() throws Exception {
    var settings = TestSettings.in(folder, Map.of("accepted.result.max", "" + MOST));
    fixture = new EngineFixture(settings, new SettableClock(), type);
  }

  @AfterEach
  void stop() {
    fixture.close();
  }

  @Test
  void aResultMayBeAsLongAsThat() throws Exception {
    type.act("write", context -> fill(context.result("text/plain", null), MOST));

    Job done = fixture.await(fixture.submit("test", "write").id(), JobStatus.SUCCEEDED);

    assertThat(done.state().result().length()).isEqualTo(MOST);
  }

  @Test
  void aLongerOneFailsItsJob() throws Exception {
    type.act("write", context -> fill(context.result("text/plain", null), MOST + 1));
    fails();
  }

  /** As libraries that write documents do. */
  @Test
  void soDoesAFileEvenIfItsWriterWrapsWhatItIsTold() throws Exception {
    type.act("write", BoundedOutputTest::wrapped);
    fails();
  }

  private void fails() throws Exception {
    Job failed = fixture.await(fixture.submit("test", "write").id(), JobStatus.FAILED);

    assertThat(failed.state().attempt()).as("it isn't tried again").isEqualTo(1);
    assertThat(failed.state().errors())
        .extracting(AttemptError::code)
        .containsExactly("result-too-large");
    assertThat(failed.state().result()).isNull();
  }

  private static void wrapped(JobContext context) {
    try {
      fill(context.file("x.txt", "text/plain"), MOST + 1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void fill(OutputStream target, int bytes) throws IOException {
    try (OutputStream out = target) {
      out.write(new byte[bytes - 1]);
      out.write(1);
    }
  }
}
