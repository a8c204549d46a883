package dev.accepted.engine.activity;

import dev.accepted.store.ActivityMinute;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What was done in a span of time, step by step.
 *
 * @param from when the first step began
 * @param step how long each is; the last one isn't over yet
 * @param all of all types, a point for each step
 * @param types by type, those of which something was done
 */
public record Activity(
    Instant from, Duration step, List<Point> all, Map<String, List<Point>> types) {

  /** How far back it goes, and how fine it is. */
  public enum Span {
    /** Sixty minutes. */
    HOUR(Duration.ofHours(1), Duration.ofMinutes(1)),
    /** A day in steps of ten minutes. */
    DAY(Duration.ofDays(1), Duration.ofMinutes(10));

    private final Duration length;
    private final Duration step;

    Span(Duration length, Duration step) {
      this.length = length;
      this.step = step;
    }

    /** How long it is. */
    public Duration length() {
      return length;
    }

    /** When its first step began, if the last one holds that moment. */
    public Instant from(Instant now) {
      long millis = step.toMillis();
      long last = now.toEpochMilli() / millis * millis;
      return Instant.ofEpochMilli(last + millis - length.toMillis());
    }

    private int steps() {
      return (int) length.dividedBy(step);
    }
  }

  /** Puts together what all nodes have counted; what is older or newer is left out. */
  public static Activity of(Span span, Instant now, List<ActivityMinute> minutes) {
    Instant from = span.from(now);
    List<Tally> all = tallies(span);
    Map<String, List<Tally>> types = new TreeMap<>();
    for (ActivityMinute minute : minutes) {
      long step =
          Math.floorDiv(Duration.between(from, minute.at()).toMillis(), span.step.toMillis());
      if (step >= 0 && step < all.size()) {
        all.get((int) step).add(minute);
        types.computeIfAbsent(minute.type(), type -> tallies(span)).get((int) step).add(minute);
      }
    }
    Map<String, List<Point>> points = new TreeMap<>();
    types.forEach((type, steps) -> points.put(type, points(steps)));
    return new Activity(from, span.step, points(all), points);
  }

  private static List<Tally> tallies(Span span) {
    return Stream.generate(Tally::new).limit(span.steps()).toList();
  }

  private static List<Point> points(List<Tally> steps) {
    List<Point> points = new ArrayList<>(steps.size());
    steps.forEach(step -> points.add(step.point()));
    return List.copyOf(points);
  }
}
