package dev.accepted.http.handover;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.util.Arrays;

/**
 * Keeps a small body back until its request is completed. What is flushed, larger, or written by
 * somebody who has a listener of its own goes straight to the server's output, with all that
 * follows.
 */
final class LateOutput extends ServletOutputStream {

  /** In bytes: what fits into one of the server's buffers is written without waiting. */
  private static final int MOST = 8192;

  private final ServletOutputStream out;
  private byte[] body = new byte[0];
  private boolean released;

  LateOutput(ServletOutputStream out) {
    this.out = out;
  }

  /** True if there is a body, and none of it has been sent. */
  boolean isKept() {
    return body.length > 0 && !released;
  }

  /** The server's own. */
  ServletOutputStream target() {
    return out;
  }

  /** Writes the body, once. */
  void release() throws IOException {
    boolean first = !released;
    released = true;
    if (first && body.length > 0) {
      out.write(body);
    }
  }

  /** Forgets what hasn't been sent. */
  void drop() {
    body = new byte[0];
  }

  @Override
  public void write(int one) throws IOException {
    write(new byte[] {(byte) one}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    if (released || body.length + length > MOST) {
      release();
      out.write(bytes, offset, length);
    } else {
      int before = body.length;
      body = Arrays.copyOf(body, before + length);
      System.arraycopy(bytes, offset, body, before, length);
    }
  }

  @Override
  public void flush() throws IOException {
    release();
    out.flush();
  }

  @Override
  public void close() throws IOException {
    release();
    out.close();
  }

  @Override
  public boolean isReady() {
    return out.isReady();
  }

  @Override
  public void setWriteListener(WriteListener listener) {
    released = true;
    out.setWriteListener(listener);
  }
}
