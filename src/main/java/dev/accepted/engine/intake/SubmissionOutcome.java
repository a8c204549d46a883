package dev.accepted.engine.intake;

import java.util.concurrent.CompletionException;

/** What became of a submission. */
public enum SubmissionOutcome {
  /** A job is stored. */
  ACCEPTED,
  /** Its idempotency key stood for it before: it led to the job that is there. */
  REPLAYED,
  UNKNOWN_TYPE,
  TYPE_UNAVAILABLE,
  INVALID_INPUT,
  INVALID_OPTION,
  KEY_REUSED,
  KEY_IN_PROGRESS,
  /** It names an upload that is not there, or not complete. */
  UPLOAD_UNUSABLE,
  QUEUE_FULL,
  /** The caller has as many active jobs as it may. */
  TOO_MANY_ACTIVE_JOBS,
  /** The caller has submitted as much as it may in a minute. */
  TOO_MANY_SUBMISSIONS,
  /** The caller's jobs keep as many bytes as they may. */
  TOO_MANY_STORED_BYTES,
  /** The store or the disk could not take it now. */
  STORE_UNAVAILABLE,
  /** The store won't have it; or a fault of this server's. */
  ERROR;

  /** What a failed submission came to. */
  public static SubmissionOutcome of(Throwable failure) {
    Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
    return cause instanceof Refusal refusal ? refusal.outcome() : ERROR;
  }
}
