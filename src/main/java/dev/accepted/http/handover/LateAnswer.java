package dev.accepted.http.handover;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * A response whose body is kept back, from when it is asynchronous; and which isn't begun as long
 * as a {@link StreamedAnswer} is to go on with it.
 */
final class LateAnswer extends HttpServletResponseWrapper {

  private static final String POLICY = "Content-Security-Policy";

  private final HttpServletRequest request;
  private boolean collecting;
  private @Nullable WatchedOutput watched;
  private @Nullable LateOutput output;

  LateAnswer(HttpServletRequest request, HttpServletResponse response) {
    super(response);
    this.request = request;
  }

  /** From now on. */
  void collect() {
    collecting = true;
  }

  /** The body that is kept back; {@code null} if there is none, or it has been sent. */
  @Nullable LateOutput kept() {
    return output != null && output.isKept() ? output : null;
  }

  @Override
  public ServletOutputStream getOutputStream() throws IOException {
    if (watched == null) {
      watched = new WatchedOutput(super.getOutputStream());
    }
    if (!collecting) {
      return watched;
    }
    if (output == null) {
      output = new LateOutput(watched);
    }
    return output;
  }

  /** True if that was thrown because the client took nothing any more of what was written here. */
  boolean isWhy(Throwable thrown) {
    return watched != null && watched.isWhy(thrown);
  }

  /**
   * A result's policy takes the place of the one that all answers have; RESTEasy would put it
   * beside that, and a browser keeps to both.
   */
  @Override
  public void addHeader(String name, String value) {
    if (name.equalsIgnoreCase(POLICY)) {
      super.setHeader(name, value);
    } else {
      super.addHeader(name, value);
    }
  }

  private boolean isToBeGoneOnWith() {
    return StreamedAnswer.leftWith(request).isPresent();
  }

  @Override
  public void setContentLength(int length) {
    setContentLengthLong(length);
  }

  @Override
  public void setContentLengthLong(long length) {
    if (!isToBeGoneOnWith()) {
      super.setContentLengthLong(length);
    }
  }

  @Override
  public void flushBuffer() throws IOException {
    if (isToBeGoneOnWith()) {
      return;
    }
    if (output != null) {
      output.release();
    }
    super.flushBuffer();
  }

  @Override
  public void resetBuffer() {
    super.resetBuffer();
    drop();
  }

  @Override
  public void reset() {
    super.reset();
    drop();
  }

  private void drop() {
    if (output != null) {
      output.drop();
    }
  }
}
