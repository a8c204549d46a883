package dev.accepted.datasets;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** Sorted rows in a temporary file, read once. */
final class SortedRun implements Iterator<@Nullable Object[]>, Closeable {

  private static final int BUFFER = 1 << 15;

  private final Path file;
  private final DataInputStream in;
  private long left;

  private SortedRun(Path file, long rows) throws IOException {
    this.file = file;
    this.in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), BUFFER));
    this.left = rows;
  }

  static SortedRun write(Iterator<@Nullable Object[]> sorted) throws IOException {
    Path file = Files.createTempFile("rows", ".run");
    long rows = 0;
    try (DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), BUFFER))) {
      for (; sorted.hasNext(); rows++) {
        RowCodec.write(out, sorted.next());
      }
    } catch (IOException | RuntimeException e) {
      Files.delete(file);
      throw e;
    }
    return new SortedRun(file, rows);
  }

  @Override
  public boolean hasNext() {
    return left > 0;
  }

  @Override
  public @Nullable Object[] next() {
    if (left == 0) {
      throw new NoSuchElementException();
    }
    left--;
    try {
      return RowCodec.read(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    in.close();
    Files.deleteIfExists(file);
  }
}
