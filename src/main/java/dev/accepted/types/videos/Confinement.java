package dev.accepted.types.videos;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the operating system is to keep the encoder to. Linux does so where it has {@code prlimit}
 * (util-linux), which sets the limits and becomes the encoder. Elsewhere the encoder's memory is
 * bounded by its own {@code -max_alloc} and {@code -max_pixels} alone; its CPU time is watched
 * everywhere, see {@link EncoderRun}.
 *
 * @param prlimit empty where there is none
 */
record Confinement(Optional<Path> prlimit, VideoLimits limits) {

  private static final List<Path> PLACES =
      List.of(Path.of("/usr/bin/prlimit"), Path.of("/bin/prlimit"));

  /** The watch comes first; this is for a program that falls silent. */
  private static final Duration LATER = Duration.ofSeconds(10);

  /** Programs, libraries, input, outputs and pipes. */
  private static final int OPEN_FILES = 64;

  /** What a file may have beyond a film's most, while its index is moved to its beginning. */
  private static final long FURTHER_BYTES = 256L << 20;

  /** As tight as this system can make it. */
  static Confinement here(VideoLimits limits) {
    return new Confinement(PLACES.stream().filter(Files::isExecutable).findFirst(), limits);
  }

  /**
   * A process that is given nothing of this server's environment, and no more of the machine than
   * it may have.
   */
  ProcessBuilder process(Path program, List<String> arguments) {
    List<String> command = new ArrayList<>();
    prlimit.ifPresent(tool -> command.addAll(bounds(tool)));
    command.add(program.toString());
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.redirectErrorStream(true);
    Map<String, String> environment = builder.environment();
    environment.keySet().removeIf(name -> !name.equalsIgnoreCase("SystemRoot")); // Windows' need
    environment.put("LD_LIBRARY_PATH", String.valueOf(program.getParent()));
    return builder;
  }

  private List<String> bounds(Path tool) {
    long seconds = limits.cpu().plus(LATER).toSeconds();
    return List.of(
        tool.toString(),
        "--as=" + limits.memory(),
        // Softly at first: beyond the hard limit it is killed, as others might do it.
        "--cpu=%d:%d".formatted(seconds, seconds + LATER.toSeconds()),
        "--fsize=" + (Conversion.MOST_BYTES + FURTHER_BYTES),
        "--nofile=" + OPEN_FILES,
        "--core=0");
  }
}
