package dev.accepted.http.content;

import dev.accepted.http.stream.Download;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A part of stored bytes, piece by piece. They have been opened already: a store that is down is an
 * answer of its own, and that can't be given once this one has begun.
 */
final class ContentSource implements Download.Source {

  /** In bytes: as much as is kept for a client that doesn't take it. */
  private static final int PIECE = 32 << 10;

  private final InputStream part;
  private long left;

  /**
   * @param part closed with this
   */
  ContentSource(InputStream part, long length) {
    this.part = part;
    this.left = length;
  }

  @Override
  public byte @Nullable [] next() throws IOException {
    if (left == 0) {
      return null;
    }
    byte[] piece = new byte[(int) Math.min(PIECE, left)];
    int count = part.readNBytes(piece, 0, piece.length);
    left -= count;
    if (count == 0) {
      throw new EOFException("content is %d bytes shorter than it was".formatted(left));
    }
    return count == piece.length ? piece : Arrays.copyOf(piece, count);
  }

  @Override
  public void close() throws IOException {
    part.close();
  }
}
