package dev.accepted.faulty;

import java.util.Locale;

/** A change that can't be told by headers and members alone. */
public enum Twist {
  /** {@code Location} loses its scheme and host. */
  RELATIVE,
  /** URLs lead to this machine by another name: an inner address that got out. */
  ELSEWHERE,
  /** {@code percentComplete} falls with each answer. */
  COUNTDOWN,
  /** All representations have one tag. */
  ONE_TAG,
  /** The tag loses its quotes. */
  UNQUOTED,
  /** One digit of the body is another one each time. */
  OTHER_DIGIT,
  /** The body ends one character early, and {@code Content-Length} with it. */
  CUT,
  /** {@code Link} leads to no cancellation, and {@code Allow} has no {@code DELETE}. */
  NO_CANCEL;

  static Twist of(String name) {
    return valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
