package dev.accepted.http.stream;

/** How long nothing was said, in checks of five seconds each. */
final class Silence {

  /** After so many there is a sign of life: at the latest after fifteen seconds. */
  private static final int SIGN = 2;

  /**
   * After so many an answer ends that can give no sign of life: five minutes. Whether its client is
   * still there is seen by writing to it, and only so.
   */
  private static final int MOST = 60;

  private int checks;

  /** Another check, and still nothing was said. */
  synchronized void goesOn() {
    checks++;
  }

  /** Something was said. */
  synchronized void isOver() {
    checks = 0;
  }

  synchronized boolean wantsSign() {
    return checks > SIGN;
  }

  synchronized boolean isTooLong() {
    return checks > MOST;
  }
}
