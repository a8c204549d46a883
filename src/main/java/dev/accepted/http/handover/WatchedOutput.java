package dev.accepted.http.handover;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.jspecify.annotations.Nullable;

/**
 * The server's own output, which keeps it to itself that the client is gone: RESTEasy, Jersey and
 * the servers take a write that fails for a fault of the server's, and have a stack trace logged
 * for each. Whoever goes on writing is told, so that nobody reads on for a client who isn't there;
 * and so is whoever writes without waiting, who has an {@code onError} for it.
 */
final class WatchedOutput extends ServletOutputStream {

  private static final Logger LOG = System.getLogger(WatchedOutput.class.getName());

  private interface Step {
    void take() throws IOException;
  }

  private final ServletOutputStream out;
  private volatile @Nullable IOException failure;
  private volatile boolean closed;
  private volatile boolean listened;

  WatchedOutput(ServletOutputStream out) {
    this.out = out;
  }

  /** True if that comes of the output's failure, by itself or wrapped. */
  boolean isWhy(Throwable thrown) {
    IOException gone = failure;
    Throwable cause = thrown;
    while (cause != null && cause != gone) {
      cause = cause.getCause();
    }
    return gone != null && cause == gone;
  }

  @Override
  public void write(int one) throws IOException {
    write(() -> out.write(one));
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    write(() -> out.write(bytes, offset, length));
  }

  private void write(Step step) throws IOException {
    IOException gone = failure;
    if (gone != null) {
      throw gone;
    }
    take(step);
  }

  @Override
  public void flush() throws IOException {
    if (failure == null) {
      take(out::flush);
    }
  }

  @Override
  public void close() throws IOException {
    if (failure == null) {
      take(out::close);
    }
    closed = true;
  }

  /** A write after closing is a fault, and none of the client's. */
  private void take(Step step) throws IOException {
    try {
      step.take();
    } catch (IOException failed) {
      if (closed) {
        throw failed;
      }
      failure = failed;
      if (listened) {
        throw failed;
      }
      LOG.log(Level.DEBUG, "A client was gone before its answer was written", failed);
    }
  }

  @Override
  public boolean isReady() {
    return out.isReady();
  }

  @Override
  public void setWriteListener(WriteListener listener) {
    listened = true;
    out.setWriteListener(listener);
  }
}
