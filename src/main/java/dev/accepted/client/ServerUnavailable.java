package dev.accepted.client;

import java.io.IOException;

/** The server could not be reached, or could not answer, for longer than the client's patience. */
public final class ServerUnavailable extends IOException {

  private static final long serialVersionUID = 1L;

  ServerUnavailable(Throwable last) {
    super("The server has not been available for too long: " + last, last);
  }
}
