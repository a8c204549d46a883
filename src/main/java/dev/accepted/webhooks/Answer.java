package dev.accepted.webhooks;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What came of a request.
 *
 * @param status what the receiver answered; null if it didn't
 * @param error what went wrong then
 * @param retryAfter how long the receiver wants to be left alone; null if it didn't say
 */
record Answer(@Nullable Integer status, @Nullable String error, @Nullable Duration retryAfter) {

  private static final int GONE = 410;
  private static final int OK = 200;
  private static final int REDIRECTION = 300;

  /** What goes wrong when a receiver takes too long to answer. */
  static final String TIMEOUT = "timeout";

  /** The same when nobody says in time where it is. */
  static final String LOOKUP_TIMEOUT = "lookup-timeout";

  static Answer failed(String error) {
    return new Answer(null, error, null);
  }

  boolean isSuccess() {
    return status != null && status >= OK && status < REDIRECTION;
  }

  boolean isTimeout() {
    return TIMEOUT.equals(error) || LOOKUP_TIMEOUT.equals(error);
  }

  boolean isGone() {
    return status != null && status == GONE;
  }
}
