package dev.accepted.types.videos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accepted.job.RecordingContext;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Draws films to test with, and looks at those that were made; with the encoder itself. */
final class Films {

  /** Far beyond what these films take. */
  static final VideoLimits LIMITS =
      new VideoLimits(Duration.ofHours(4), Duration.ofMinutes(10), 4L << 30);

  /** Laid out once for all tests. */
  static final Encoder ENCODER =
      new Encoder(Path.of("target", "encoder"), Optional.empty(), Films.LIMITS);

  private final Path folder;

  Films(Path folder) {
    this.folder = folder;
  }

  /** Moving test pictures with a tone. */
  Path film(String name, String size, int seconds, String... more) throws Exception {
    return drawn(name, size, seconds, List.of("-f", "lavfi", "-i", "sine=d=" + seconds), more);
  }

  /** Moving test pictures. */
  Path silent(String name, String size, int seconds, String... more) throws Exception {
    return drawn(name, size, seconds, List.of(), more);
  }

  private Path drawn(String name, String size, int seconds, List<String> sound, String... more)
      throws Exception {
    String pictures = "testsrc2=size=%s:rate=25:duration=%d".formatted(size, seconds);
    List<String> arguments = new ArrayList<>(List.of("-v", "error", "-f", "lavfi", "-i", pictures));
    arguments.addAll(sound);
    arguments.addAll(List.of("-pix_fmt", "yuv420p"));
    arguments.addAll(List.of(more));
    arguments.addAll(List.of("-y", "file:" + folder.resolve(name)));
    ffmpeg(arguments.toArray(String[]::new));
    return folder.resolve(name);
  }

  /** Runs it, and expects it to be content. */
  static void ffmpeg(String... arguments) throws Exception {
    Process process =
        ENCODER
            .installation()
            .confinement()
            .process(ENCODER.installation().ffmpeg(), List.of(arguments))
            .start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
  }

  /** What is in a film. */
  static Film look(Container container, Path path, Path scratch) throws Exception {
    return Probe.film(
        ENCODER.installation(), new Source(container, path), new RecordingContext(scratch));
  }

  /** Codec names of all streams, in order. */
  static List<String> codecs(Path path) throws IOException {
    Process process =
        ENCODER
            .installation()
            .confinement()
            .process(
                ENCODER.installation().ffprobe(),
                List.of(
                    "-v",
                    "error",
                    "-show_entries",
                    "stream=codec_name",
                    "-of",
                    "csv=p=0",
                    "file:" + path))
            .redirectErrorStream(false)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    return process.inputReader(StandardCharsets.UTF_8).lines().toList();
  }
}
