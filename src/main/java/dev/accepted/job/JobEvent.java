package dev.accepted.job;

/**
 * Something that happened to a job, told after it was committed.
 *
 * @param job as it was right after; for {@link Kind#REMOVED} and {@link Kind#EXPIRED}, right before
 */
public record JobEvent(Kind kind, Job job) {

  /** What happened. */
  public enum Kind {
    /**
     * It was accepted, came due or was put back: it waits for a slot. Also: it was accepted for a
     * later time.
     */
    QUEUED,
    /** An attempt began. */
    STARTED,
    /** It has come further, or says something else. */
    PROGRESS,
    /** Its client asked for it to stop; it has not stopped yet. */
    CANCEL_REQUESTED,
    /** An attempt failed; another is to come. */
    RETRYING,
    SUCCEEDED,
    FAILED,
    CANCELED,
    /** Its time is over: result and status monitor are gone. */
    EXPIRED,
    /** A client removed it. */
    REMOVED
  }
}
