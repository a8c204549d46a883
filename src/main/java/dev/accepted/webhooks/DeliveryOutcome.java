package dev.accepted.webhooks;

/** What came of sending a delivery once. */
public enum DeliveryOutcome {
  /** The receiver has it. */
  DELIVERED,
  /** The receiver answered something else. */
  REJECTED,
  /** The receiver wants no more. */
  GONE,
  /** The receiver did not answer in time, or its name was not found in time. */
  TIMEOUT,
  /** The receiver could not be reached, or may not be called. */
  UNREACHABLE;

  static DeliveryOutcome of(Answer answer) {
    if (answer.isSuccess()) {
      return DELIVERED;
    }
    if (answer.isGone()) {
      return GONE;
    }
    if (answer.status() != null) {
      return REJECTED;
    }
    return answer.isTimeout() ? TIMEOUT : UNREACHABLE;
  }
}
