package dev.accepted.job;

import java.util.Locale;

/**
 * Where a job stands. The one list of states; {@link Job} holds the allowed changes between them.
 *
 * <p>The wire and the database spell a status in lower case ({@link #wireName()}).
 */
public enum JobStatus {
  /** Waits for a time: its {@code runAt}, or the moment of its next attempt. */
  SCHEDULED,
  /** Ready; waits for a worker slot. */
  QUEUED,
  /** A worker holds it. */
  RUNNING,
  /** Finished with a result. */
  SUCCEEDED,
  /** Finished without one: the attempts are used up, or the failure was permanent. */
  FAILED,
  /**
   * Finished because somebody, or the job itself, asked for it. One l, as existing pollers match
   * it.
   */
  CANCELED;

  private final String wireName = name().toLowerCase(Locale.ROOT);

  /** True once nothing but {@code retry}, removal or expiry can change the job. */
  public boolean isFinal() {
    return compareTo(SUCCEEDED) >= 0;
  }

  /** True while the job waits for its time or for a slot. */
  public boolean isWaiting() {
    return this == SCHEDULED || this == QUEUED;
  }

  /** True if the job can be run again. */
  public boolean isRetriable() {
    return this == FAILED || this == CANCELED;
  }

  /** The spelling on the wire and in the database. */
  public String wireName() {
    return wireName;
  }

  /**
   * The status of that spelling.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static JobStatus of(String wireName) {
    for (JobStatus status : values()) {
      if (status.wireName.equals(wireName)) {
        return status;
      }
    }
    throw new IllegalArgumentException("no such status: " + wireName);
  }
}
