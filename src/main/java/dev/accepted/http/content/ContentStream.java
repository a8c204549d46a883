package dev.accepted.http.content;

import jakarta.ws.rs.core.StreamingOutput;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * Copies a part of stored bytes to a client, a buffer at a time. They have been opened already: a
 * store that is down is an answer of its own, and that can't be given once this one has begun.
 */
final class ContentStream implements StreamingOutput {

  private static final int BUFFER = 1 << 16;

  private final InputStream part;
  private final long length;

  /**
   * @param part closed at its end
   */
  ContentStream(InputStream part, long length) {
    this.part = part;
    this.length = length;
  }

  @Override
  public void write(OutputStream out) throws IOException {
    byte[] buffer = new byte[BUFFER];
    try (InputStream in = part) {
      long left = length;
      while (left > 0) {
        int count = in.read(buffer, 0, (int) Math.min(buffer.length, left));
        if (count < 0) {
          throw new EOFException("content is %d bytes shorter than it was".formatted(left));
        }
        out.write(buffer, 0, count);
        left -= count;
      }
    }
  }
}
