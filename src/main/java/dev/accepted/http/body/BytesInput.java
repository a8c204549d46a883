package dev.accepted.http.body;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.ByteArrayInputStream;

/** A body that is all there. */
final class BytesInput extends ServletInputStream {

  private final ByteArrayInputStream bytes;

  BytesInput(byte[] body) {
    bytes = new ByteArrayInputStream(body);
  }

  @Override
  public int read() {
    return bytes.read();
  }

  @Override
  public int read(byte[] buffer, int offset, int count) {
    return bytes.read(buffer, offset, count);
  }

  @Override
  public int available() {
    return bytes.available();
  }

  @Override
  public boolean isFinished() {
    return bytes.available() == 0;
  }

  @Override
  public boolean isReady() {
    return true;
  }

  /** Nobody does: who reads it finds all of it. */
  @Override
  public void setReadListener(ReadListener listener) {
    throw new IllegalStateException("the body has been read already");
  }
}
