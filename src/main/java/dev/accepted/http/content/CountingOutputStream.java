package dev.accepted.http.content;

import java.io.OutputStream;

/** Counts what is written, and forgets it. */
final class CountingOutputStream extends OutputStream {

  private long count;

  @Override
  public void write(int octet) {
    count++;
  }

  @Override
  public void write(byte[] bytes, int offset, int length) {
    count += length;
  }

  /** Bytes so far. */
  long count() {
    return count;
  }
}
