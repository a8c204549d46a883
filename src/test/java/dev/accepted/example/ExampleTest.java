package dev.accepted.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.accepted.job.JobStopped;
import dev.accepted.job.Progress;
import dev.accepted.job.RecordingContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README's job type does what the README says, and is what the README shows. */
class ExampleTest {

  private static final Path SOURCES = Path.of("src/test/java/dev/accepted/example");

  @TempDir Path folder;
  private RecordingContext context;

  @BeforeEach
  void aFileCameAlong() throws IOException {
    Path file = Files.writeString(folder.resolve("input"), "abc");
    context = new RecordingContext(folder).with(file, "application/octet-stream");
  }

  @Test
  void computesTheChecksumOfTheStandardsOwnExample() throws Exception {
    new Checksum().run(new Checksum.Parameters("SHA-256"), context);

    assertThat(context.result().text())
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    assertThat(context.progress()).containsExactly(new Progress(3, 3, "bytes", null));
  }

  @Test
  void stopsWhenItIsTold() {
    context.stop();

    assertThatThrownBy(() -> new Checksum().run(new Checksum.Parameters("MD5"), context))
        .isInstanceOf(JobStopped.class);
    assertThat(context.hasResult()).isFalse();
  }

  @Test
  void isWhatTheReadmeShows() throws IOException {
    String readme = Files.readString(Path.of("README.md"));

    for (String source : new String[] {"Checksum.java", "FollowJob.java"}) {
      assertThat(readme)
          .contains("```java\n" + Files.readString(SOURCES.resolve(source)) + "```\n");
    }
  }
}
