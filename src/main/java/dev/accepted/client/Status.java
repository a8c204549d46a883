package dev.accepted.client;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Optional;

/** What HTTP's status codes mean to a client (RFC 9110, section 15). */
final class Status {

  static final int OK = 200;
  static final int ACCEPTED = 202;
  static final int NO_CONTENT = 204;
  static final int FOUND = 302;
  static final int SEE_OTHER = 303;
  static final int NOT_MODIFIED = 304;
  static final int NOT_FOUND = 404;
  static final int CONFLICT = 409;
  static final int GONE = 410;
  static final int TOO_MANY_REQUESTS = 429;
  static final int INTERNAL_ERROR = 500;

  private static final int NOT_IMPLEMENTED = 501;
  private static final int REDIRECTIONS = 300;
  private static final int ERRORS = 400;

  private Status() {}

  static boolean isSuccess(int status) {
    return status >= OK && status < REDIRECTIONS;
  }

  static boolean isGone(int status) {
    return status == NOT_FOUND || status == GONE;
  }

  /** The server, or one before it, can't answer now; another time it may. */
  static boolean isPassing(int status) {
    return status == TOO_MANY_REQUESTS || (status >= INTERNAL_ERROR && status != NOT_IMPLEMENTED);
  }

  /** Where the answer leads, if it does. */
  static Optional<URI> location(HttpResponse<?> answer) {
    int status = answer.statusCode();
    return status > REDIRECTIONS && status < ERRORS && status != NOT_MODIFIED
        ? header(answer, "Location")
        : Optional.empty();
  }

  /** A URL in a header, relative to the request's. */
  static Optional<URI> header(HttpResponse<?> answer, String name) {
    try {
      return answer.headers().firstValue(name).map(answer.uri()::resolve);
    } catch (IllegalArgumentException noUrl) {
      return Optional.empty();
    }
  }
}
