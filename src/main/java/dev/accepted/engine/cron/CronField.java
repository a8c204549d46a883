package dev.accepted.engine.cron;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One of the five fields of a cron expression: what it is called, and which numbers and names it
 * takes.
 */
enum CronField {
  MINUTE("minute", 0, 59, ""),
  HOUR("hour", 0, 23, ""),
  DAY("day of month", 1, 31, ""),
  MONTH("month", 1, 12, "JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC"),
  /** 0 and 7 are Sunday. */
  WEEKDAY("weekday", 0, 7, "SUN MON TUE WED THU FRI SAT");

  private static final Pattern PART =
      Pattern.compile("(\\*|(\\d{1,2}|[A-Z]{3})(?:-(\\d{1,2}|[A-Z]{3}))?)(?:/(\\d{1,2}))?");
  private static final int SUNDAY = 7;
  private static final int NAME = 3;

  private final String title;
  private final int least;
  private final int most;
  private final String names;

  CronField(String title, int least, int most, String names) {
    this.title = title;
    this.least = least;
    this.most = most;
    this.names = names;
  }

  /**
   * The values that a field stands for, a bit each.
   *
   * @throws IllegalArgumentException if it stands for none; the message says why
   */
  long read(String text) {
    long values = 0;
    for (String part : text.toUpperCase(Locale.ROOT).split(",", -1)) {
      Matcher matcher = PART.matcher(part);
      if (!matcher.matches()) {
        throw invalid(text);
      }
      values |= part(text, matcher);
    }
    boolean sunday = this == WEEKDAY && (values >>> SUNDAY & 1) == 1;
    return sunday ? (values & ~(1L << SUNDAY)) | 1 : values;
  }

  private long part(String text, Matcher part) {
    boolean all = part.group(1).equals("*");
    boolean range = all || part.group(3) != null;
    int from = all ? least : value(text, part.group(2));
    int to = all ? highest() : range ? value(text, part.group(3)) : from;
    if (this == WEEKDAY && to == 0 && from > 0) {
      to = SUNDAY;
    }
    int step = part.group(4) == null ? 1 : Integer.parseInt(part.group(4));
    if (to < from || step < 1 || step > most || (!range && part.group(4) != null)) {
      throw invalid(text);
    }
    long values = 0;
    for (int value = from; value <= to; value += step) {
      values |= 1L << value;
    }
    return values;
  }

  /** Of what stands for all: Sunday once. */
  private int highest() {
    return this == WEEKDAY ? most - 1 : most;
  }

  private int value(String text, String one) {
    int named = List.of(names.split(" ", -1)).indexOf(one);
    if (named >= 0) {
      return named + least;
    }
    if (!Character.isDigit(one.charAt(0))) {
      throw invalid(text);
    }
    int value = Integer.parseInt(one);
    if (value < least || value > most) {
      throw invalid(text);
    }
    return value;
  }

  private IllegalArgumentException invalid(String text) {
    String known = names.isEmpty() ? "" : " or names such as " + names.substring(0, NAME);
    return new IllegalArgumentException(
        "the %s “%s” can't be read: it takes numbers from %d to %d%s, ranges (a-b), steps (*/n, a-b/n) and lists of these (a,b)"
            .formatted(title, text, least, most, known));
  }
}
