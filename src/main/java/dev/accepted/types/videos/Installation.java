package dev.accepted.types.videos;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * Programs that were seen to run.
 *
 * @param ffmpeg the converter
 * @param ffprobe the one that tells what is in a film
 * @param encoders the names of what the converter can encode to
 * @param confinement what they are run within
 */
record Installation(Path ffmpeg, Path ffprobe, Set<String> encoders, Confinement confinement) {

  /** What each conversion needs; for H.264 there is a choice. */
  private static final Set<String> NEEDED = Set.of("aac", "libvpx-vp9", "libopus", "gif", "mjpeg");

  private static final Set<String> H264 = Set.of("libopenh264", "libx264");
  private static final int ANSWER_SECONDS = 30;

  /**
   * Tries the programs.
   *
   * @throws IOException if they don't run or lack an encoder; its message is a sentence for the
   *     operator
   */
  static Installation tried(Path ffmpeg, Path ffprobe, Confinement confinement) throws IOException {
    answer(confinement, ffprobe, "-version");
    Set<String> encoders =
        answer(confinement, ffmpeg, "-encoders")
            .lines()
            .map(line -> line.strip().split(" +"))
            .filter(words -> words.length > 1)
            .map(words -> words[1])
            .collect(Collectors.toSet());
    Set<String> missing = new HashSet<>(NEEDED);
    missing.removeAll(encoders);
    if (H264.stream().noneMatch(encoders::contains)) {
      missing.add("libopenh264");
    }
    if (!missing.isEmpty()) {
      throw new IOException("The encoder " + ffmpeg + " lacks " + missing + ".");
    }
    return new Installation(ffmpeg, ffprobe, encoders, confinement);
  }

  private static String answer(Confinement confinement, Path program, String question)
      throws IOException {
    File output = File.createTempFile("answer", ".txt");
    try {
      Process process =
          confinement
              .process(program, List.of("-hide_banner", question))
              .redirectOutput(output)
              .start();
      process.getOutputStream().close();
      boolean ended = process.waitFor(ANSWER_SECONDS, TimeUnit.SECONDS);
      process.destroyForcibly();
      String text = Files.readString(output.toPath(), StandardCharsets.ISO_8859_1);
      if (!ended || process.exitValue() != 0) {
        throw new IOException(
            "The encoder %s does not run here: %s"
                .formatted(program, ended ? text.strip() : "it gives no answer"));
      }
      return text;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IOException("The encoder's trial was interrupted.", interrupted);
    } finally {
      Files.delete(output.toPath());
    }
  }
}
