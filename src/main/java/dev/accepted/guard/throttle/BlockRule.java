package dev.accepted.guard.throttle;

import java.time.Duration;

/**
 * When a visitor is not listened to, and for how long.
 *
 * @param policy how many refused requests are too many
 * @param first how long the first block is
 * @param longest what it doubles to, with each further block
 * @param forgiven how long after a block without an offence it is as if there had been none
 */
public record BlockRule(Policy policy, Duration first, Duration longest, Duration forgiven) {

  private static final int MOST_DOUBLINGS = 30;

  /**
   * A rule.
   *
   * @param offences how many in a minute are too many
   */
  public static BlockRule of(long offences, Duration first, Duration longest) {
    Policy policy = Policy.aMinute(Policy.OFFENCES, offences);
    Duration forgiven = longest.compareTo(policy.window()) > 0 ? longest : policy.window();
    return new BlockRule(policy, first, longest, forgiven);
  }

  /** How long the next block is after that many, in milliseconds. */
  long block(int before) {
    long factor = 1L << Math.min(before, MOST_DOUBLINGS);
    return Math.min(longest.toMillis(), first.toMillis() * factor);
  }
}
