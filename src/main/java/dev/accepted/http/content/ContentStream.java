package dev.accepted.http.content;

import dev.accepted.content.Content;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Copies a part of stored bytes to a client, a buffer at a time. Opens them only when it must. */
final class ContentStream implements StreamingOutput {

  private static final int BUFFER = 1 << 16;

  private final Content content;
  private final long first;
  private final long length;

  ContentStream(Content content, long first, long length) {
    this.content = content;
    this.first = first;
    this.length = length;
  }

  @Override
  public void write(OutputStream out) throws IOException {
    byte[] buffer = new byte[BUFFER];
    try (InputStream in = content.open(first)) {
      long left = length;
      while (left > 0) {
        int count = in.read(buffer, 0, (int) Math.min(buffer.length, left));
        if (count < 0) {
          throw new EOFException("content is shorter than it was: " + content.info());
        }
        out.write(buffer, 0, count);
        left -= count;
      }
    }
  }
}
