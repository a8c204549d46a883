package dev.accepted.http.submission;

import dev.accepted.http.problem.UnreadableBody;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A request's body, whose failures are told apart from those of our own disk. */
public final class RequestBody extends FilterInputStream {

  /** That of a request. */
  public RequestBody(InputStream body) {
    super(body);
  }

  @Override
  public int read() throws IOException {
    try {
      return super.read();
    } catch (IOException cutShort) {
      throw new UnreadableBody(cutShort);
    }
  }

  @Override
  public int read(byte[] buffer, int offset, int count) throws IOException {
    try {
      return super.read(buffer, offset, count);
    } catch (IOException cutShort) {
      throw new UnreadableBody(cutShort);
    }
  }
}
