package dev.accepted.job;

import java.util.Optional;

/**
 * What came of a change that may depend on what its client has seen.
 *
 * @param now the thing after it; empty unless it was made, and if it was removed by it
 */
public record Changed<T>(Result result, Optional<T> now) {

  /** Whether it was made. */
  public enum Result {
    /** It was. */
    MADE,
    /** These owners have no such thing. */
    UNKNOWN,
    /** Somebody has changed it since its client has seen it; nothing was changed. */
    NOT_AS_SEEN
  }

  /** It was made. */
  public static <T> Changed<T> made(Optional<T> now) {
    return new Changed<>(Result.MADE, now);
  }

  /** There is nothing to change. */
  public static <T> Changed<T> unknown() {
    return new Changed<>(Result.UNKNOWN, Optional.empty());
  }

  /** It is another by now. */
  public static <T> Changed<T> notAsSeen() {
    return new Changed<>(Result.NOT_AS_SEEN, Optional.empty());
  }
}
