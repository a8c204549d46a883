package dev.accepted.bench;

import dev.accepted.bench.report.Goal;
import dev.accepted.bench.report.Line;
import dev.accepted.bench.report.Report;
import dev.accepted.bench.report.Series;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Percentiles of one delay, in milliseconds, round by round. */
final class Latency {

  private static final double MILLIS = 1e6;
  private static final List<String> NAMES = List.of("p50", "p95", "p99");

  private final String what;
  private final Series middle = new Series();
  private final Series high = new Series();
  private final Series highest = new Series();

  Latency(String what) {
    this.what = what;
  }

  /** The delays of another round, in nanoseconds. */
  void add(long[] nanos) {
    long[] sorted = nanos.clone();
    Arrays.sort(sorted);
    middle.add(percentile(sorted, 0.5));
    high.add(percentile(sorted, 0.95));
    highest.add(percentile(sorted, 0.99));
  }

  /** The middle ones. */
  Series middle() {
    return middle;
  }

  /** The 99th percentiles. */
  Series highest() {
    return highest;
  }

  private static double percentile(long[] sorted, double share) {
    return sorted[Math.min(sorted.length - 1, (int) (share * sorted.length))] / MILLIS;
  }

  /**
   * Reports them next to those of a ceiling.
   *
   * @param goals for the middle, the 95th and the 99th percentile; null for none
   */
  void report(
      Report report, String section, Series others, Latency ceiling, double @Nullable [] goals) {
    List<Series> ceilings = ceiling.percentiles();
    for (int i = 0; i < NAMES.size(); i++) {
      Line line =
          Line.of(section, what + ", " + NAMES.get(i), "ms", percentiles().get(i))
              .against(ceilings.get(i))
              .amid(others);
      report.add(goals == null ? line : line.with(Goal.atMost(goals[i])));
    }
  }

  private List<Series> percentiles() {
    return List.of(middle, high, highest);
  }

  /** Reports them. */
  void report(Report report, String section, Series others) {
    for (int i = 0; i < NAMES.size(); i++) {
      report.add(
          Line.of(section, what + ", " + NAMES.get(i), "ms", percentiles().get(i)).amid(others));
    }
  }

  /** Reports the middle, and the 99th percentile with a goal. */
  void reportHighest(Report report, String section, Series others, double goal) {
    report.add(Line.of(section, what + ", p50", "ms", middle).amid(others));
    report.add(
        Line.of(section, what + ", p99", "ms", highest).amid(others).with(Goal.atMost(goal)));
  }
}
