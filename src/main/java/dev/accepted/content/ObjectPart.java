package dev.accepted.content;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import software.amazon.awssdk.core.ResponseInputStream;

/**
 * A part of an object as it comes. Closed early, it drops its connection: what is left of gigabytes
 * is not to be read only to be thrown away.
 */
final class ObjectPart extends FilterInputStream {

  private final ResponseInputStream<?> response;
  private long left;

  ObjectPart(ResponseInputStream<?> response, long length) {
    super(response);
    this.response = response;
    this.left = length;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int count) throws IOException {
    if (left == 0) {
      return -1;
    }
    int read = super.read(bytes, offset, (int) Math.min(count, left));
    if (read < 0) {
      throw new EOFException("the object ended %d bytes early".formatted(left));
    }
    left -= read;
    return read;
  }

  @Override
  public long skip(long count) throws IOException {
    long skipped = super.skip(Math.min(count, left));
    left -= skipped;
    return skipped;
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  @Override
  public void close() throws IOException {
    if (left > 0) {
      response.abort();
    } else {
      response.close();
    }
  }
}
