package dev.accepted.guard.throttle;

/**
 * A request that was too much.
 *
 * @param policy what it was too much for
 * @param seconds after how many, at least one, it would not be any more
 */
public record Excess(Policy policy, long seconds) {

  private static final long MILLIS = 1000;

  static Excess of(Policy policy, long millis) {
    return new Excess(policy, secondsUp(millis));
  }

  static long secondsUp(long millis) {
    return Math.max(1, (millis + MILLIS - 1) / MILLIS);
  }
}
