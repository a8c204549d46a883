package dev.accepted.types.videos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.accepted.job.JobStopped;
import dev.accepted.job.RecordingContext;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class EncoderRunTest {

  /** Would draw for hours; writes its progress, as a conversion does. */
  private static final List<String> ENDLESS =
      List.of(
          "-v",
          "error",
          "-nostdin",
          "-progress",
          "pipe:1",
          "-stats_period",
          "0.1",
          "-f",
          "lavfi",
          "-i",
          "testsrc2=size=320x180",
          "-f",
          "null",
          "-");

  private final RecordingContext context;

  EncoderRunTest(@TempDir Path folder) {
    context = new RecordingContext(folder);
  }

  @Test
  void killsTheProgramWhenItIsToStop() throws Exception {
    CompletableFuture<ProcessHandle> seen = new CompletableFuture<>();
    EncoderRun run = new EncoderRun(context, Films.ENCODER.installation().confinement());

    assertThatThrownBy(
            () ->
                run.run(
                    Films.ENCODER.installation().ffmpeg(),
                    ENDLESS,
                    (key, value) -> {
                      if (!seen.isDone()) {
                        ProcessHandle child = child();
                        seen.complete(child);
                        context.stop();
                        child.onExit().join(); // the pipe is closed, and there is more to be read
                      }
                    }))
        .isInstanceOf(JobStopped.class);

    seen.get().onExit().get(20, TimeUnit.SECONDS);
    assertThat(seen.get().isAlive()).isFalse();
  }

  @Test
  void killsTheProgramWhenItsReportIsNotWanted() throws Exception {
    CompletableFuture<ProcessHandle> seen = new CompletableFuture<>();

    assertThatThrownBy(
            () ->
                new EncoderRun(context, Films.ENCODER.installation().confinement())
                    .run(
                        Films.ENCODER.installation().ffmpeg(),
                        ENDLESS,
                        (key, value) -> {
                          seen.complete(child());
                          throw new IllegalStateException("enough");
                        }))
        .hasMessage("enough");

    seen.get().onExit().get(20, TimeUnit.SECONDS);
    assertThat(seen.get().isAlive()).isFalse();
  }

  @Test
  void startsNothingOnceItIsToStop() {
    context.stop();

    assertThatThrownBy(
            () ->
                new EncoderRun(context, Films.ENCODER.installation().confinement())
                    .run(Path.of("/no/such"), List.of(), (k, v) -> {}))
        .isInstanceOf(JobStopped.class);
  }

  @Test
  void endsAConversionWhoseReaderHasGone(@TempDir Path folder) throws Exception {
    Path film = new Films(folder).silent("in.mp4", "640x360", 60);
    Film look = Films.look(Container.ISO_MEDIA, film, folder);
    Installation programs = Films.ENCODER.installation();
    Conversion conversion =
        new Conversion(
            new Recipe(VideoFormat.webm, look.size(), 25, programs.encoders()),
            new Source(Container.ISO_MEDIA, film),
            new Plan(
                look.size(), Duration.ZERO, Duration.ofMinutes(1), true, Duration.ofMinutes(1)));
    Process process =
        programs
            .confinement()
            .process(programs.ffmpeg(), conversion.film())
            .directory(folder.toFile())
            .start();
    try {
      assertThat(process.getInputStream().read()).isPositive();
      process.getInputStream().close(); // as the end of this process would

      assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).isNotZero();
    } finally {
      process.destroyForcibly();
    }
  }

  private static ProcessHandle child() {
    Optional<ProcessHandle> child =
        ProcessHandle.current()
            .children()
            .filter(process -> process.info().command().orElse("").endsWith("ffmpeg"))
            .findFirst();
    return child.orElseThrow();
  }
}
