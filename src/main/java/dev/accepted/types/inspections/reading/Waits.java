package dev.accepted.types.inspections.reading;

import dev.accepted.types.inspections.dialogue.Exchange;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Pattern;

/** How long an answer asks to wait (RFC 9110, section 10.2.3), and the dates of HTTP. */
public final class Waits {

  private static final Pattern SECONDS = Pattern.compile("\\d{1,9}");

  private Waits() {}

  /** How long that is; empty if it doesn't say, or says it so that nobody can read it. */
  public static Optional<Duration> asked(Exchange exchange) {
    Optional<String> header = exchange.header("Retry-After").map(String::strip);
    if (header.filter(text -> SECONDS.matcher(text).matches()).isPresent()) {
      return header.map(text -> Duration.ofSeconds(Long.parseLong(text)));
    }
    return header
        .flatMap(Waits::date)
        .map(date -> Duration.between(exchange.end(), date))
        .map(wait -> wait.isNegative() ? Duration.ZERO : wait);
  }

  /** An IMF-fixdate (RFC 9110, section 5.6.7); empty if it is none. */
  public static Optional<Instant> date(String text) {
    try {
      return Optional.of(Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text.strip())));
    } catch (DateTimeException none) {
      return Optional.empty();
    }
  }
}
