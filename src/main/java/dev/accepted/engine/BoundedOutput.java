package dev.accepted.engine;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Takes so many bytes of a result or a file, and fails the job that writes more. */
final class BoundedOutput extends FilterOutputStream {

  /** More than may be; whoever writes need not know it. */
  static final class TooLong extends IOException {

    private static final long serialVersionUID = 1L;

    TooLong(long most) {
      super("The result, or a file beside it, would be longer than %d bytes.".formatted(most));
    }
  }

  private final long most;
  private long written;

  BoundedOutput(OutputStream out, long most) {
    super(out);
    this.most = most;
  }

  @Override
  public void write(int octet) throws IOException {
    count(1);
    out.write(octet);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    count(length);
    out.write(bytes, offset, length);
  }

  private void count(int length) throws TooLong {
    written += length;
    if (written > most) {
      throw new TooLong(most);
    }
  }
}
