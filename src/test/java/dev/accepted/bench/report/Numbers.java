package dev.accepted.bench.report;

import java.util.Locale;

/** How numbers are written. */
final class Numbers {

  private Numbers() {}

  /** With about three significant digits. */
  static String text(double number) {
    double size = Math.abs(number);
    String format = size >= 100 ? "%,.0f" : size >= 10 ? "%.1f" : "%.2f";
    return String.format(Locale.ROOT, format, number);
  }

  /** From the least to the greatest. */
  static String range(Series series) {
    return text(series.least()) + " - " + text(series.most());
  }
}
