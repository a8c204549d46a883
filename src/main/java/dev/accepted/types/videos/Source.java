package dev.accepted.types.videos;

import java.nio.file.Path;
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

  /** The arguments that make the encoder read it. */
  List<String> input() {
    return List.of(
        "-protocol_whitelist", "file",
        "-format_whitelist", container.demuxer(),
        "-max_pixels", Long.toString(MOST_PIXELS),
        "-f", container.demuxer(),
        "-i", "file:" + path.toAbsolutePath());
  }
}
