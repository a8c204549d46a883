package dev.accepted.faulty;

import java.util.Locale;

/** How things stand, as an answer that is all right has it. */
public enum Moment {
  /** 202. */
  ACCEPTED,
  /** The monitor says that the job goes on. */
  RUNNING,
  /** 304. */
  UNCHANGED,
  /** The monitor leads to the result. */
  REDIRECTED,
  /** The job's status is told, and it has succeeded. */
  SUCCEEDED,
  /** It has failed. */
  FAILED,
  /** It was canceled. */
  CANCELED,
  /** The result isn't ready. */
  EARLY,
  /** The result is there. */
  READY,
  /** The job was removed just now. */
  REMOVED,
  /** 404 for a job that nobody has seen here. */
  UNKNOWN,
  /** 404 for one that was here. */
  GONE,
  /** 405. */
  REFUSED,
  /** 406. */
  UNACCEPTABLE,
  /** Any other error. */
  ERROR,
  /** Any other success. */
  TOLD;

  static Moment of(String name) {
    return valueOf(name.toUpperCase(Locale.ROOT));
  }
}
