package dev.accepted.guard.throttle;

import java.time.Duration;

/**
 * What is allowed of something.
 *
 * @param name its name in headers and metrics
 * @param quota how many in a window
 * @param window over which the quota is given back
 */
public record Policy(String name, long quota, Duration window) {

  /** Early polls of a monitor. */
  public static final String POLLS = "polls";

  /** Requests in all. */
  public static final String REQUESTS = "requests";

  /** Refused requests, until no request is listened to. */
  public static final String OFFENCES = "offences";

  /** All windows are as long, so that limits can be compared. */
  static final Duration MINUTE = Duration.ofMinutes(1);

  static Policy aMinute(String name, long quota) {
    return new Policy(name, quota, MINUTE);
  }
}
