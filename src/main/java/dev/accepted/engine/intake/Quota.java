package dev.accepted.engine.intake;

/** What a caller has only so much of. */
public enum Quota {
  /** Jobs that have not finished. */
  ACTIVE_JOBS,
  /** Submissions a minute. */
  SUBMISSIONS,
  /** Bytes that its jobs keep. */
  STORED_BYTES
}
