package dev.accepted.engine.activity;

/**
 * What was done in one step of time. Durations are in seconds, and NaN where there was none.
 *
 * @param submitted jobs accepted
 * @param succeeded jobs finished so; of {@code failed} and {@code canceled} the same
 * @param waitMedian how long half of those that were started had waited at most
 * @param waitMost how long 95 of 100 had
 * @param durationMedian how long half of the attempts that finished a job took at most
 * @param durationMost how long 95 of 100 did
 */
public record Point(
    long submitted,
    long succeeded,
    long failed,
    long canceled,
    double waitMedian,
    double waitMost,
    double durationMedian,
    double durationMost) {

  static final double MEDIAN = 0.5;
  static final double NEARLY_ALL = 0.95;

  /** How many finished, however. */
  public long finished() {
    return succeeded + failed + canceled;
  }
}
