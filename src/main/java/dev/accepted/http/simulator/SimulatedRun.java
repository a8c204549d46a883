package dev.accepted.http.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A job that nobody runs: its address tells when it began and how long it takes, so that nothing
 * has to be kept of it.
 */
record SimulatedRun(Instant began, Duration takes) {

  private static final Pattern TEXT = Pattern.compile("([0-9]{13})-([0-9]{1,5})");
  private static final Duration USUAL = Duration.ofSeconds(4);

  /** Then it has expired. */
  private static final Duration KEPT = Duration.ofDays(1);

  private static final int WHOLE = 100;
  private static final long SECOND_MILLIS = 1_000;

  /** One that begins now. */
  static SimulatedRun begun(Instant now) {
    return new SimulatedRun(now, USUAL);
  }

  /** The one with that name; empty if there can't be such a one now. */
  static Optional<SimulatedRun> named(String text, Instant now) {
    Matcher parts = TEXT.matcher(text);
    if (!parts.matches()) {
      return Optional.empty();
    }
    Instant began = Instant.ofEpochMilli(Long.parseLong(parts.group(1)));
    Duration takes = Duration.ofMillis(Long.parseLong(parts.group(2)));
    boolean kept = began.isAfter(now.minus(KEPT)) && began.isBefore(now.plus(KEPT));
    return kept ? Optional.of(new SimulatedRun(began, takes)) : Optional.empty();
  }

  /** Its name, for addresses. */
  String text() {
    return began.toEpochMilli() + "-" + takes.toMillis();
  }

  Instant end() {
    return began.plus(takes);
  }

  boolean isOver(Instant now) {
    return !now.isBefore(end());
  }

  /** From 0 to 100. */
  int percent(Instant now) {
    if (isOver(now)) {
      return WHOLE;
    }
    long done = Math.max(0, Duration.between(began, now).toMillis());
    return done == 0 ? 0 : (int) (done * WHOLE / takes.toMillis());
  }

  /** Whole seconds until it is over, at least 1. */
  long retryAfter(Instant now) {
    long left = Duration.between(now, end()).toMillis();
    return Math.max(1, (left + SECOND_MILLIS - 1) / SECOND_MILLIS);
  }
}
