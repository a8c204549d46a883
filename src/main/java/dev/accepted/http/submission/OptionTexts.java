package dev.accepted.http.submission;

import dev.accepted.engine.intake.RequestedCallback;
import dev.accepted.engine.intake.RequestedOptions;
import dev.accepted.http.problem.Problem;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A job's options as its client spelled them, wherever they stood.
 *
 * @param texts by name; only names of {@link #NAMES}
 * @param labels the client's own marks, by name
 * @param callback whom to tell; null for nobody
 */
record OptionTexts(
    Map<String, String> texts, Map<String, String> labels, @Nullable RequestedCallback callback) {

  static final String PRIORITY = "priority";
  static final String RUN_AT = "runAt";
  static final String TIMEOUT = "timeout";
  static final String RETAIN = "retain";
  static final String MAX_ATTEMPTS = "maxAttempts";

  static final String CALLBACK = "callback";

  /** All options whose value is one text wherever it stands. */
  static final Set<String> NAMES = Set.of(PRIORITY, RUN_AT, TIMEOUT, RETAIN, MAX_ATTEMPTS);

  /**
   * Reads them. Whether they are within bounds is for the engine to say.
   *
   * @throws Problem 400 that names the option that can't be read
   */
  RequestedOptions read() {
    return new RequestedOptions(
        read(PRIORITY, Integer::valueOf, "a whole number from 0 to 9"),
        read(RUN_AT, OptionTexts::instant, "a time such as 2026-11-21T20:41:07Z (RFC 3339)"),
        read(TIMEOUT, Duration::parse, "a duration such as PT10M (ISO 8601)"),
        read(RETAIN, Duration::parse, "a duration such as P7D (ISO 8601)"),
        read(MAX_ATTEMPTS, Integer::valueOf, "a whole number from 1"),
        labels,
        callback);
  }

  private <T> @Nullable T read(String name, Function<String, T> parser, String expected) {
    String text = texts.get(name);
    if (text == null) {
      return null;
    }
    try {
      return parser.apply(text);
    } catch (NumberFormatException | DateTimeException unreadable) {
      throw Problem.parameter(name, "\"" + name + "\" is " + expected + '.');
    }
  }

  private static Instant instant(String text) {
    return OffsetDateTime.parse(text).toInstant();
  }
}
