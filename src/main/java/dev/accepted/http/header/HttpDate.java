package dev.accepted.http.header;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;

/** Dates in headers (RFC 9110, section 5.6.7): whole seconds. */
public final class HttpDate {

  private static final DateTimeFormatter FORM =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private HttpDate() {}

  /** The date of that second. */
  public static String of(Instant instant) {
    return FORM.format(instant);
  }

  /**
   * Reads a date in the form that is still to be sent; empty if it is in any other, as a condition
   * on an unreadable date is to be ignored.
   */
  public static Optional<Instant> parse(String text) {
    try {
      return Optional.of(FORM.parse(text.strip(), Instant::from));
    } catch (DateTimeParseException otherForm) {
      return Optional.empty();
    }
  }

  /** The instant as a header can tell it. */
  static Instant wholeSecond(Instant instant) {
    return instant.truncatedTo(ChronoUnit.SECONDS);
  }
}
