package dev.accepted.job;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/**
 * The file that came with a submission. It may be read any number of times, during validation and
 * in each attempt.
 *
 * @param info its media type, length, name and digest
 * @param path where it lies on this machine; never to be written to
 */
public record InputFile(ContentInfo info, Path path) {

  /** Opens it at its first byte; the caller closes. */
  public InputStream open() throws IOException {
    return java.nio.file.Files.newInputStream(path);
  }
}
