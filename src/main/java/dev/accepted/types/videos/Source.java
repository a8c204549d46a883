package dev.accepted.types.videos;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A file to be read by the encoder, and by what rules.
 *
 * @param container the only format in which it is read, whatever it looks like
 * @param path the file; no other can be opened through it, nor anything that is not a file
 */
record Source(Container container, Path path) {

  /** The largest picture that is decoded: 8K. */
  static final long MOST_PIXELS = 7680L * 4320;

  /** What the encoder may take at once, as arguments for all that it reads and makes. */
  static final List<String> BOUNDS = List.of("-max_alloc", Long.toString(1L << 30));

  private static final String MOST_STREAMS = "100";

  /** The arguments that make the encoder read it. */
  List<String> input() {
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of("-protocol_whitelist", "file"));
    arguments.addAll(List.of("-format_whitelist", container.demuxer()));
    arguments.addAll(List.of("-max_pixels", Long.toString(MOST_PIXELS)));
    arguments.addAll(List.of("-max_streams", MOST_STREAMS));
    if (container == Container.ISO_MEDIA) {
      // Their defaults: a film may name the file that has its pictures, but it isn't opened.
      arguments.addAll(List.of("-enable_drefs", "0", "-use_absolute_path", "0"));
    }
    arguments.addAll(List.of("-f", container.demuxer(), "-i", "file:" + path.toAbsolutePath()));
    return arguments;
  }
}
