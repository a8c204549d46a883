package dev.accepted.http.pages;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Sizes, counts, durations and moments as {@code webapp/js/words.js} says them; but moments in UTC,
 * for a server doesn't know its reader's zone.
 */
final class Words {

  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("d MMMM uuuu 'at' HH:mm 'UTC'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private static final int STEP = 1024;
  private static final int EXACT_BELOW = 100;
  private static final int FEW_SECONDS = 10;
  private static final int NEARLY_A_MINUTE = 55;
  private static final int FIVE = 5;
  private static final double NEARLY = 0.9;

  private enum Unit {
    DAY(86_400),
    HOUR(3_600),
    MINUTE(60),
    SECOND(1);

    private final int seconds;

    Unit(int seconds) {
      this.seconds = seconds;
    }

    String counted(long number) {
      return Words.counted(number, name().toLowerCase(Locale.ROOT));
    }
  }

  private Words() {}

  /** With separators: 1,203,441. */
  static String count(long number) {
    return String.format(Locale.ENGLISH, "%,d", number);
  }

  private static String counted(long number, String noun) {
    return count(number) + ' ' + noun + (number == 1 ? "" : "s");
  }

  /** In powers of 1024, such as "79.3 KB". */
  static String size(long bytes) {
    if (bytes < STEP) {
      return counted(bytes, "byte");
    }
    double value = bytes;
    int step = -1;
    for (; value >= STEP && step < 3; step++) {
      value /= STEP;
    }
    String number =
        value < EXACT_BELOW
            ? String.format(Locale.ENGLISH, "%.1f", value).replace(".0", "")
            : Long.toString(Math.round(value));
    return number + ' ' + List.of("KB", "MB", "GB", "TB").get(step);
  }

  /** The two largest units: "2 minutes 5 seconds". */
  static String duration(double seconds) {
    long rest = Math.max(0, Math.round(seconds));
    List<String> parts = new ArrayList<>();
    for (Unit unit : Unit.values()) {
      long whole = rest / unit.seconds;
      if (whole > 0 && parts.size() < 2) {
        parts.add(unit.counted(whole));
      }
      rest -= whole * unit.seconds;
    }
    return parts.isEmpty() ? "no time" : String.join(" ", parts);
  }

  /** No more exact than anyone needs: "about 3 minutes". */
  static String roughly(double seconds) {
    if (seconds < FEW_SECONDS) {
      return "a few seconds";
    }
    if (seconds < NEARLY_A_MINUTE) {
      return "about %d seconds".formatted(Math.round(seconds / FIVE) * FIVE);
    }
    Unit unit = Unit.MINUTE;
    for (Unit larger : List.of(Unit.HOUR, Unit.DAY)) {
      unit = seconds >= larger.seconds * NEARLY ? larger : unit;
    }
    return "about " + unit.counted(Math.max(1, Math.round(seconds / unit.seconds)));
  }

  /** Such as "29 November 2026 at 14:05 UTC". */
  static String moment(Instant moment) {
    return MOMENT.format(moment);
  }

  /** Half a sentence, as messages often are, made a whole one; nothing stays nothing. */
  static String sentence(String text, String end) {
    String trimmed = text.strip();
    if (trimmed.isEmpty()) {
      return trimmed;
    }
    String closed = ".!?…".indexOf(trimmed.charAt(trimmed.length() - 1)) >= 0 ? "" : end;
    return Character.toUpperCase(trimmed.charAt(0)) + trimmed.substring(1) + closed;
  }
}
