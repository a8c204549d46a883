package dev.accepted.bench.report;

/**
 * What a figure is to be at most.
 *
 * @param most the limit
 * @param ofCeiling whether it is the ratio to the ceiling that is limited, or the figure itself
 */
public record Goal(double most, boolean ofCeiling) {

  /** At most so many times the ceiling. */
  public static Goal timesCeiling(double most) {
    return new Goal(most, true);
  }

  /** At most so much. */
  public static Goal atMost(double most) {
    return new Goal(most, false);
  }

  /** As it stands in a table. */
  public String text() {
    return Numbers.text(most) + (ofCeiling ? " x" : "");
  }
}
