package dev.accepted.http.handover;

import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.Set;

/**
 * What goes on with an answer when the request's thread has gone: a resource leaves it with its
 * request, and answers 200 or 206 with headers, but without a body. It is either begun or dropped.
 */
public interface StreamedAnswer {

  /** With these it goes on: all of something, or a part of it. */
  Set<Integer> STATUSES = Set.of(HttpServletResponse.SC_OK, HttpServletResponse.SC_PARTIAL_CONTENT);

  /** Begins to write. Called once at most, on the request's thread. */
  void begin(Outlet out);

  /** Gives back what it holds: something else was answered, or it could not be begun. */
  void drop();

  /** Leaves it with a request. */
  default void leaveWith(ServletRequest request) {
    request.setAttribute(StreamedAnswer.class.getName(), this);
  }

  /** What was left with that request. */
  static Optional<StreamedAnswer> leftWith(ServletRequest request) {
    return Optional.ofNullable(
        (StreamedAnswer) request.getAttribute(StreamedAnswer.class.getName()));
  }
}
