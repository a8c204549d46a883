package dev.accepted.engine.cron;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A cron expression, as times of a calendar that knows of no zones: minute, hour, day of month,
 * month, weekday. If both days are restricted, either will do (crontab(5)); one that begins with a
 * star restricts nothing but by its step.
 */
public final class CronExpression {

  private static final int FIELDS = 5;
  private static final int HOURS = 24;
  private static final int DAYS_OF_WEEK = 7;

  /** After so many years all weekdays and leap days are the same again. */
  private static final int YEARS = 400;

  private static final String STAR = "*";

  private static final Map<String, String> NICKNAMES =
      Map.of(
          "@hourly", "0 * * * *",
          "@daily", "0 0 * * *",
          "@midnight", "0 0 * * *",
          "@weekly", "0 0 * * 0",
          "@monthly", "0 0 1 * *",
          "@yearly", "0 0 1 1 *",
          "@annually", "0 0 1 1 *");

  private final long minutes;
  private final long hours;
  private final long days;
  private final long months;
  private final long weekdays;
  private final boolean eitherDay;
  private final boolean interval;

  private CronExpression(String[] fields) {
    minutes = CronField.MINUTE.read(fields[0]);
    hours = CronField.HOUR.read(fields[1]);
    days = CronField.DAY.read(fields[2]);
    months = CronField.MONTH.read(fields[3]);
    weekdays = CronField.WEEKDAY.read(fields[4]);
    eitherDay = !fields[2].startsWith(STAR) && !fields[4].startsWith(STAR);
    interval = fields[0].startsWith(STAR) || fields[1].startsWith(STAR);
  }

  /**
   * Reads an expression.
   *
   * @throws IllegalArgumentException if it is none; the message says why
   */
  public static CronExpression parse(String text) {
    String stripped = text.strip();
    String spelled =
        stripped.startsWith("@")
            ? NICKNAMES.getOrDefault(stripped.toLowerCase(Locale.ROOT), "")
            : stripped;
    String[] fields = spelled.split("\\s+", -1);
    if (fields.length != FIELDS) {
      throw new IllegalArgumentException(
          "five fields - minute, hour, day of month, month, weekday - or one of @hourly, @daily, @weekly, @monthly and @yearly");
    }
    return new CronExpression(fields);
  }

  /**
   * True if it says how often rather than when: its minute or hour begins with a star. So crond
   * tells apart what has to be done once a day even if the clocks are changed.
   */
  boolean isInterval() {
    return interval;
  }

  /** The first of its times after that one; empty if none ever comes. */
  Optional<LocalDateTime> next(LocalDateTime after) {
    LocalDateTime start = after.truncatedTo(ChronoUnit.MINUTES).plusMinutes(1);
    LocalDate day = start.toLocalDate();
    Optional<LocalTime> today = has(day) ? next(start.toLocalTime()) : Optional.empty();
    if (today.isPresent()) {
      return today.map(day::atTime);
    }
    return nextDay(day).map(found -> found.atTime(first(hours), first(minutes)));
  }

  private Optional<LocalDate> nextDay(LocalDate after) {
    LocalDate end = after.plusYears(YEARS);
    LocalDate day = after.plusDays(1);
    while (!day.isAfter(end)) {
      if (!contains(months, day.getMonthValue())) {
        day = day.withDayOfMonth(1).plusMonths(1);
      } else if (has(day)) {
        return Optional.of(day);
      } else {
        day = day.plusDays(1);
      }
    }
    return Optional.empty();
  }

  private boolean has(LocalDate day) {
    boolean ofMonth = contains(days, day.getDayOfMonth());
    boolean ofWeek = contains(weekdays, day.getDayOfWeek().getValue() % DAYS_OF_WEEK);
    return contains(months, day.getMonthValue())
        && (eitherDay ? ofMonth || ofWeek : ofMonth && ofWeek);
  }

  /** The first at that time of day or later. */
  private Optional<LocalTime> next(LocalTime from) {
    int hour = from.getHour();
    if (contains(hours, hour) && minutes >>> from.getMinute() != 0) {
      return Optional.of(
          LocalTime.of(hour, from.getMinute() + first(minutes >>> from.getMinute())));
    }
    long later = hour + 1 < HOURS ? hours >>> (hour + 1) : 0;
    return later == 0
        ? Optional.empty()
        : Optional.of(LocalTime.of(hour + 1 + first(later), first(minutes)));
  }

  private static boolean contains(long values, int value) {
    return (values >>> value & 1) == 1;
  }

  private static int first(long values) {
    return Long.numberOfTrailingZeros(values);
  }
}
