package dev.accepted.client;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads {@code Retry-After} (RFC 9110, section 10.2.3). */
final class RetryAfter {

  /** What is longer than nine digits is as good as for ever. */
  private static final Pattern SECONDS = Pattern.compile("[0-9]{1,9}");

  private RetryAfter() {}

  /**
   * What it asks for; empty if there is none that can be read. A time is taken against the answer's
   * own {@code Date}, since this machine's clock may be wrong.
   *
   * @param least what is waited at least, since a server that asks for nothing would get no rest
   * @param longest what is honoured at most
   */
  static Optional<Duration> of(HttpHeaders headers, Duration least, Duration longest) {
    return headers
        .firstValue("Retry-After")
        .map(String::strip)
        .flatMap(
            value ->
                SECONDS.matcher(value).matches()
                    ? Optional.of(Duration.ofSeconds(Long.parseLong(value)))
                    : until(value, headers))
        .map(asked -> asked.compareTo(least) < 0 ? least : asked)
        .map(asked -> asked.compareTo(longest) > 0 ? longest : asked);
  }

  private static Optional<Duration> until(String value, HttpHeaders headers) {
    return headers
        .firstValue("Date")
        .flatMap(RetryAfter::time)
        .flatMap(now -> time(value).map(then -> Duration.between(now, then)));
  }

  private static Optional<Instant> time(String value) {
    try {
      return Optional.of(DateTimeFormatter.RFC_1123_DATE_TIME.parse(value, Instant::from));
    } catch (DateTimeParseException unreadable) {
      return Optional.empty();
    }
  }
}
