package dev.accepted.faulty;

import java.util.Locale;

/** What is asked for. */
public enum Place {
  /** POST to the collection. */
  SUBMISSION,
  /** OPTIONS of the collection, as a browser asks for another origin's page. */
  PREFLIGHT,
  /** GET and HEAD of a job's monitor, or of its status. */
  MONITOR,
  /** DELETE of the monitor. */
  REMOVAL,
  /** OPTIONS of the monitor. */
  OPTIONS,
  /** Any other method of the monitor. */
  METHOD,
  /** GET and HEAD of a result. */
  RESULT,
  /** POST to where a job is canceled. */
  CANCEL,
  /** All else. */
  OTHER;

  static Place of(String name) {
    return valueOf(name.toUpperCase(Locale.ROOT));
  }

  /** As it is spelled on the wire. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
