package dev.accepted.http.problem;

import java.io.IOException;

/** The request's body ended before it was complete, or the connection did; answered with 400. */
public final class UnreadableBody extends IOException {

  private static final long serialVersionUID = 1L;

  public UnreadableBody(Throwable cause) {
    super("the request's body can't be read to its end", cause);
  }
}
