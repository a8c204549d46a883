package dev.accepted.engine;

/** Why an attempt is told to stop. */
enum StopReason {
  /** Its client asked for it. */
  CANCELED,
  /** It has taken longer than it may. */
  TIMEOUT,
  /** The server is stopping. */
  SHUTDOWN,
  /** Its client removed the job. */
  REMOVED,
  /** Another server took the job over, when this one did not show itself. */
  LOST
}
