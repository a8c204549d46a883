package dev.accepted.engine.cron;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * The moments at which a cron expression comes in a time zone. Where its clocks are changed, it is
 * as with crond: what has a time of day comes once, right after the gap if its time falls into one,
 * and the first time if its time comes twice; what comes each so many minutes or hours goes on by
 * the clock on the wall, through both of the hours that look the same.
 */
public final class CronTimes {

  private static final int WIDER = 4;

  /** Java 17 has them, later ones don't. */
  private static final String NO_LONGER_KNOWN = "SystemV/";

  private final CronExpression expression;
  private final ZoneRules zone;

  private CronTimes(CronExpression expression, ZoneRules zone) {
    this.expression = expression;
    this.zone = zone;
  }

  /** Those of an expression in a zone. */
  public static CronTimes of(CronExpression expression, ZoneId zone) {
    return new CronTimes(expression, zone.getRules());
  }

  /**
   * Those of an expression in a zone, as both are stored.
   *
   * @throws IllegalArgumentException if there is no such expression or zone
   */
  public static CronTimes parse(String expression, String zone) {
    return of(CronExpression.parse(expression), zone(zone));
  }

  /**
   * The zone of that name in the time zone database.
   *
   * @throws IllegalArgumentException if there is none; the message says what there is
   */
  public static ZoneId zone(String name) {
    if (ZoneId.getAvailableZoneIds().contains(name) && !name.startsWith(NO_LONGER_KNOWN)) {
      try {
        return ZoneId.of(name);
      } catch (DateTimeException unknown) {
        throw new IllegalArgumentException(noZone(), unknown);
      }
    }
    throw new IllegalArgumentException(noZone());
  }

  private static String noZone() {
    return "the name of a time zone of the IANA's, such as UTC or Europe/Berlin";
  }

  /** The first after that moment; empty if none ever comes. */
  public Optional<Instant> after(Instant moment) {
    return expression.isInterval() ? intervalAfter(moment) : timeOfDayAfter(moment);
  }

  /** The first after that moment, and those that follow it. */
  public List<Instant> after(Instant moment, int number) {
    List<Instant> found = new ArrayList<>();
    Optional<Instant> next = after(moment);
    while (next.isPresent() && found.size() < number) {
      found.add(next.get());
      next = after(next.get());
    }
    return found;
  }

  /**
   * The latest of those from one moment up to another, both included; in order.
   *
   * @param most so many at most
   */
  public List<Instant> latest(Instant from, Instant to, int most) {
    Duration window = Duration.ofMinutes(most);
    while (true) {
      Instant begin = to.minus(window);
      boolean all = !begin.isAfter(from);
      List<Instant> found = between(all ? from : begin, to, most);
      if (all || found.size() == most) {
        return found;
      }
      window = window.multipliedBy(WIDER);
    }
  }

  private List<Instant> between(Instant from, Instant to, int most) {
    Deque<Instant> found = new ArrayDeque<>();
    Optional<Instant> next = after(from.minusNanos(1));
    while (next.isPresent() && !next.get().isAfter(to)) {
      found.addLast(next.get());
      if (found.size() > most) {
        found.removeFirst();
      }
      next = after(next.get());
    }
    return List.copyOf(found);
  }

  private Optional<Instant> timeOfDayAfter(Instant moment) {
    Optional<LocalDateTime> next =
        expression.next(LocalDateTime.ofInstant(moment, zone.getOffset(moment)));
    while (next.isPresent()) {
      Instant at = moment(next.get());
      if (at.isAfter(moment)) {
        return Optional.of(at);
      }
      // The clocks were set back, and that time has come before.
      next = expression.next(next.get());
    }
    return Optional.empty();
  }

  private Instant moment(LocalDateTime time) {
    List<ZoneOffset> offsets = zone.getValidOffsets(time);
    return offsets.isEmpty()
        ? zone.getTransition(time).getInstant()
        : time.toInstant(offsets.get(0));
  }

  private Optional<Instant> intervalAfter(Instant moment) {
    ZoneOffset offset = zone.getOffset(moment);
    LocalDateTime after = LocalDateTime.ofInstant(moment, offset);
    Instant from = moment;
    while (true) {
      Optional<LocalDateTime> next = expression.next(after);
      ZoneOffsetTransition change = zone.nextTransition(from);
      if (next.isEmpty() || change == null) {
        return toInstant(next, offset);
      }
      Instant at = next.get().toInstant(offset);
      if (at.isBefore(change.getInstant())) {
        return Optional.of(at);
      }
      from = change.getInstant();
      offset = change.getOffsetAfter();
      after = change.getDateTimeAfter().minusNanos(1);
    }
  }

  private static Optional<Instant> toInstant(Optional<LocalDateTime> time, ZoneOffset offset) {
    return time.map(found -> found.toInstant(offset));
  }
}
