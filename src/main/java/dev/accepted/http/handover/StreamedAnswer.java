package dev.accepted.http.handover;

import jakarta.servlet.ServletRequest;

/**
 * What goes on with an answer when the request's thread has gone: a resource leaves it with its
 * request, and answers with a status and headers, but without a body.
 */
@FunctionalInterface
public interface StreamedAnswer {

  /** Begins to write. Called once, on the request's thread. */
  void begin(Outlet out);

  /** Leaves it with a request. */
  default void leaveWith(ServletRequest request) {
    request.setAttribute(StreamedAnswer.class.getName(), this);
  }

  /** True if one was left with that request. */
  static boolean isLeftWith(ServletRequest request) {
    return request.getAttribute(StreamedAnswer.class.getName()) != null;
  }
}
