package dev.accepted.content;

import dev.accepted.job.ContentInfo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * An uploaded file that belongs to no job yet. Closing it deletes it, unless a job has adopted it.
 *
 * @param path where it lies meanwhile
 */
public record StagedFile(ContentInfo info, Path path) implements AutoCloseable {

  @Override
  public void close() throws IOException {
    Files.deleteIfExists(path);
  }
}
