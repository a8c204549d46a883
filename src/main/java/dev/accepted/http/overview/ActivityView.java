package dev.accepted.http.overview;

import dev.accepted.engine.activity.Activity;
import dev.accepted.engine.activity.Point;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * What was done, step by step: in each list one value for each step, the oldest first.
 *
 * @param from when the first step began
 * @param step how long each is; the last isn't over yet
 * @param all of all types
 * @param types of those of which something was done
 */
public record ActivityView(Instant from, Duration step, Series all, List<TypeSeries> types) {

  /** How many jobs, and in seconds how long: null where there was none. */
  public record Series(
      List<Long> submitted,
      List<Long> succeeded,
      List<Long> failed,
      List<Long> canceled,
      Quantiles waitTime,
      Quantiles runTime) {

    static Series of(List<Point> points) {
      return new Series(
          numbers(points, Point::submitted),
          numbers(points, Point::succeeded),
          numbers(points, Point::failed),
          numbers(points, Point::canceled),
          new Quantiles(seconds(points, Point::waitMedian), seconds(points, Point::waitMost)),
          new Quantiles(
              seconds(points, Point::durationMedian), seconds(points, Point::durationMost)));
    }

    private static List<Long> numbers(List<Point> points, ToLongFunction<Point> what) {
      return points.stream().map(what::applyAsLong).toList();
    }

    private static List<@Nullable Double> seconds(
        List<Point> points, ToDoubleFunction<Point> what) {
      return points.stream()
          .<@Nullable Double>map(point -> rounded(what.applyAsDouble(point)))
          .toList();
    }

    /** It isn't known any better. */
    private static @Nullable Double rounded(double seconds) {
      return Double.isNaN(seconds) ? null : Math.round(seconds * MILLIS) / MILLIS;
    }
  }

  private static final double MILLIS = 1e3;

  /** What half, and 95 of 100, did not exceed. */
  public record Quantiles(List<@Nullable Double> p50, List<@Nullable Double> p95) {}

  /** Of one type. */
  public record TypeSeries(String type, Series series) {}

  static ActivityView of(Activity activity) {
    return new ActivityView(
        activity.from(),
        activity.step(),
        Series.of(activity.all()),
        activity.types().entrySet().stream()
            .map(type -> new TypeSeries(type.getKey(), Series.of(type.getValue())))
            .toList());
  }
}
