package dev.accepted.content;

import dev.accepted.job.ContentInfo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * An uploaded file that belongs to no job yet. Closing it deletes it, unless a job has adopted it
 * or it is to last: then it is whoever put it there that drops it.
 *
 * @param path where it lies meanwhile
 * @param lasting whether it stays there when a job adopts it
 */
public record StagedFile(ContentInfo info, Path path, boolean lasting) implements AutoCloseable {

  /** One that came with its submission. */
  public StagedFile(ContentInfo info, Path path) {
    this(info, path, false);
  }

  @Override
  public void close() throws IOException {
    if (!lasting) {
      Files.deleteIfExists(path);
    }
  }
}
