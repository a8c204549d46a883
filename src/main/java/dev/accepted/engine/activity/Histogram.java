package dev.accepted.engine.activity;

import java.util.StringJoiner;

/**
 * How often which duration was seen, in classes that grow by the fourth root of two: what is read
 * from it is off by a tenth at most. Durations beyond 34 days count as that.
 */
final class Histogram {

  private static final int CLASSES = 128;
  private static final double PER_DOUBLING = 4;
  private static final double LOG_2 = Math.log(2);
  private static final double MIDDLE = 0.5;
  private static final double MILLIS = 1e3;

  private final long[] counts = new long[CLASSES];

  /** Another one. */
  void add(long millis) {
    counts[classOf(millis)]++;
  }

  private static int classOf(long millis) {
    return millis < 1
        ? 0
        : Math.min(CLASSES - 1, 1 + (int) (PER_DOUBLING * Math.log((double) millis) / LOG_2));
  }

  /** All that another has seen. */
  void add(Histogram other) {
    for (int i = 0; i < CLASSES; i++) {
      counts[i] += other.counts[i];
    }
  }

  /**
   * The duration that so many do not exceed.
   *
   * @param part between 0 and 1
   * @return in seconds; NaN if nothing was seen
   */
  double quantile(double part) {
    long all = 0;
    for (long count : counts) {
      all += count;
    }
    long rank = Math.max(1, (long) Math.ceil(part * all));
    long passed = 0;
    for (int i = 0; i < CLASSES && all > 0; i++) {
      passed += counts[i];
      if (passed >= rank) {
        return i == 0 ? 0 : Math.pow(2, (i - 1 + MIDDLE) / PER_DOUBLING) / MILLIS;
      }
    }
    return Double.NaN;
  }

  /** As it is stored: {@code class:count}, for each class that has any. */
  String text() {
    StringJoiner text = new StringJoiner(",");
    for (int i = 0; i < CLASSES; i++) {
      if (counts[i] > 0) {
        text.add(i + ":" + counts[i]);
      }
    }
    return text.toString();
  }

  /**
   * Reads what {@link #text} has written.
   *
   * @throws IllegalArgumentException if it is something else
   */
  static Histogram parse(String text) {
    Histogram read = new Histogram();
    for (String part : text.isEmpty() ? new String[0] : text.split(",", -1)) {
      String[] classAndCount = part.split(":", -1);
      int number = Integer.parseInt(classAndCount[0]);
      if (classAndCount.length != 2 || number < 0 || number >= CLASSES) {
        throw new IllegalArgumentException("not a histogram: " + text);
      }
      read.counts[number] += Long.parseLong(classAndCount[1]);
    }
    return read;
  }
}
