package dev.accepted.client;

import java.io.IOException;

/** The server has answered, but not what was hoped for; asking again would not help. */
public final class UnexpectedAnswer extends IOException {

  private static final long serialVersionUID = 1L;

  private final int status;
  private final String body;

  UnexpectedAnswer(int status, String body) {
    super("The server answered " + status + (body.isEmpty() ? "" : ": " + body));
    this.status = status;
    this.body = body;
  }

  /** The HTTP status. */
  public int status() {
    return status;
  }

  /** What it says, usually a problem document (RFC 9457); empty if it was neither JSON nor text. */
  public String body() {
    return body;
  }
}
