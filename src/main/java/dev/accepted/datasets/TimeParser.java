package dev.accepted.datasets;

import java.text.ParsePosition;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads dates and times: ISO 8601, and those other spellings that can be read in one way only. The
 * order of day and month in {@code 1/2/2026} differs between countries, so that is none.
 */
final class TimeParser {

  private static final String ISO_DATE = "2026-01-31";
  private static final int SHORTEST = 8;
  private static final int LONGEST = 40;

  private static final List<DateTimeFormatter> DATES =
      Stream.of("uuuu-MM-dd", "uuuu/MM/dd", "d.M.uuuu", "d MMM uuuu", "d-MMM-uuuu", "MMM d[,] uuuu")
          .map(pattern -> finish(new DateTimeFormatterBuilder(), pattern))
          .toList();

  private static final List<DateTimeFormatter> TIMESTAMPS =
      Stream.of("uuuu-MM-dd'T'", "uuuu-MM-dd ", "uuuu/MM/dd ", "d.M.uuuu ")
          .map(TimeParser::withTime)
          .toList();

  private TimeParser() {}

  static @Nullable LocalDate date(String text) {
    LocalDate found = hasIsoForm(text) ? isoDate(text) : otherDate(text);
    return found == null || !inRange(found.getYear()) ? null : found;
  }

  private static @Nullable LocalDate otherDate(String text) {
    TemporalAccessor found = firstThatFits(DATES, text);
    return found == null ? null : LocalDate.from(found);
  }

  /** Other years are text to us: each database has bounds of its own. */
  private static boolean inRange(int year) {
    return year >= 1 && year <= 9999;
  }

  /** The usual case by hand: formatters took a third of an import's time. */
  private static boolean hasIsoForm(String text) {
    if (text.length() != ISO_DATE.length()) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (ISO_DATE.charAt(i) == '-' ? c != '-' : c < '0' || c > '9') {
        return false;
      }
    }
    return true;
  }

  private static @Nullable LocalDate isoDate(String text) {
    try {
      return LocalDate.of(
          Integer.parseInt(text, 0, 4, 10),
          Integer.parseInt(text, 5, 7, 10),
          Integer.parseInt(text, 8, 10, 10));
    } catch (DateTimeException noSuchDay) {
      return null;
    }
  }

  /** With an offset, it is converted to UTC; without a time of day, it is midnight. */
  static @Nullable LocalDateTime timestamp(String text) {
    LocalDateTime found = anyTimestamp(text);
    return found == null || !inRange(found.getYear()) ? null : found;
  }

  private static @Nullable LocalDateTime anyTimestamp(String text) {
    TemporalAccessor found = firstThatFits(TIMESTAMPS, text);
    if (found instanceof OffsetDateTime time) {
      return time.withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime();
    }
    if (found != null) {
      return LocalDateTime.from(found);
    }
    LocalDate day = date(text);
    return day == null ? null : day.atStartOfDay();
  }

  private static @Nullable TemporalAccessor firstThatFits(
      List<DateTimeFormatter> formatters, String text) {
    if (text.length() < SHORTEST || text.length() > LONGEST) {
      return null;
    }
    for (DateTimeFormatter formatter : formatters) {
      if (hasForm(formatter, text)) {
        try {
          return formatter.parseBest(
              text, OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
        } catch (DateTimeException noSuchDay) {
          return null;
        }
      }
    }
    return null;
  }

  /** Cheaper than the exception that parsing would throw. */
  private static boolean hasForm(DateTimeFormatter formatter, String text) {
    ParsePosition position = new ParsePosition(0);
    return formatter.parseUnresolved(text, position) != null
        && position.getIndex() == text.length();
  }

  private static DateTimeFormatter withTime(String date) {
    DateTimeFormatterBuilder builder =
        new DateTimeFormatterBuilder()
            .appendPattern(date + "HH:mm")
            .optionalStart()
            .appendPattern(":ss")
            .optionalStart()
            .appendFraction(ChronoField.NANO_OF_SECOND, 1, 9, true)
            .optionalEnd()
            .optionalEnd();
    return finish(builder, "[ ][XXX][XX][X]");
  }

  private static DateTimeFormatter finish(DateTimeFormatterBuilder builder, String pattern) {
    return new DateTimeFormatterBuilder()
        .parseCaseInsensitive()
        .append(builder.appendPattern(pattern).toFormatter(Locale.ENGLISH))
        .toFormatter(Locale.ENGLISH)
        .withResolverStyle(ResolverStyle.STRICT);
  }
}
