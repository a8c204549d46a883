package dev.accepted.types.inspections.reading;

/** How a monitor says the job stands. */
public enum State {
  /** It waits or runs. */
  RUNNING,
  /** It has a result, or needs none. */
  SUCCEEDED,
  /** It will have no result. */
  FAILED,
  /** It was stopped. */
  CANCELED,
  /** The monitor says that there is no such job. */
  MISSING,
  /** The monitor wants to be asked later. */
  THROTTLED,
  /** No answer, or one that tells nothing of the job. */
  UNCLEAR;

  /** Whether nothing changes any more. */
  public boolean isFinal() {
    return this == SUCCEEDED || this == FAILED || this == CANCELED;
  }
}
