package dev.accepted.http.throttle;

import jakarta.servlet.http.HttpServletRequest;

/**
 * Whether something may follow on a request's connection that belongs to it. Where it is answered
 * unread, the connection is closed: what follows must not be taken for the next request.
 */
final class BodyToCome {

  private BodyToCome() {}

  /** HTTP/2 frames each request by itself, and knows no {@code Connection} (RFC 9113, 8.2.2). */
  static boolean on(HttpServletRequest request) {
    return (request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null)
        && request.getProtocol().startsWith("HTTP/1.");
  }
}
