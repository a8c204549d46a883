package dev.accepted.types.videos;

import java.util.List;
import java.util.regex.Pattern;

/**
 * What ties the encoder to this process. FFmpeg doesn't mind when nobody reads its progress any
 * more, so it would go on after this process was killed. But it gives up when it can't write an
 * output; so each conversion has a second output, a checksum of every packet it has read, written
 * into the pipe that ends here.
 */
final class Lifeline {

  private static final Pattern LINE = Pattern.compile("#.*|\\d+, +-?\\d+,.*");

  private Lifeline() {}

  /** The arguments of the second output. */
  static List<String> output() {
    return List.of("-map", "0:V:0", "-c", "copy", "-f", "framecrc", "pipe:1");
  }

  /** Whether that line is of it. */
  static boolean wrote(String line) {
    return LINE.matcher(line).matches();
  }
}
