package dev.accepted.content;

import dev.accepted.job.ContentInfo;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Takes the bytes of a result or a file: in memory while there are few, else in a file of the
 * attempt's work folder. After it is closed, {@link ContentStore#keep} puts them in their place.
 */
public final class ContentWriter extends OutputStream {

  private final String name;
  private final String mediaType;
  private final @Nullable String fileName;
  private final Path spill;
  private final int small;
  private final ByteArrayOutputStream memory = new ByteArrayOutputStream(256);
  private Digested out = new Digested(memory);
  private @Nullable Digested file;
  private @Nullable ContentInfo info;

  /**
   * A writer.
   *
   * @param spill where bytes go once there are more than {@code small}; not there yet
   * @param small 0 if they must end in a file
   */
  ContentWriter(String name, String mediaType, @Nullable String fileName, Path spill, int small) {
    this.name = name;
    this.mediaType = mediaType;
    this.fileName = fileName;
    this.spill = spill;
    this.small = small;
  }

  @Override
  public void write(int octet) throws IOException {
    write(new byte[] {(byte) octet}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int count) throws IOException {
    if (info != null) {
      throw new IOException("already closed");
    }
    if (file == null && memory.size() + count > small) {
      spillOver();
    }
    out.write(bytes, offset, count);
  }

  private void spillOver() throws IOException {
    // Made again, should another node have taken this one for dead.
    DurableFiles.makeFolder(Objects.requireNonNull(spill.getParent()));
    file = new Digested(new java.io.BufferedOutputStream(Files.newOutputStream(spill), 1 << 16));
    memory.writeTo(file);
    memory.reset();
    out = file;
  }

  @Override
  public void flush() throws IOException {
    out.flush();
  }

  @Override
  public void close() throws IOException {
    if (info != null) {
      return;
    }
    if (file == null && small == 0) {
      spillOver();
    }
    out.close();
    info = new ContentInfo(name, mediaType, out.length(), fileName, out.sha256Base64());
  }

  /** What was written. */
  ContentInfo written() {
    if (info == null) {
      throw new IllegalStateException("the stream was not closed: " + name);
    }
    return info;
  }

  /** The bytes, if they are in memory. */
  public Optional<byte[]> bytes() {
    return file == null ? Optional.of(memory.toByteArray()) : Optional.empty();
  }

  /** True while nothing has gone to disk. */
  public boolean inMemory() {
    return file == null;
  }

  /** The file, if they are in one. */
  Path spilled() {
    return spill;
  }
}
