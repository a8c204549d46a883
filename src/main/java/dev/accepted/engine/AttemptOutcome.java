package dev.accepted.engine;

import dev.accepted.job.AttemptError;
import dev.accepted.job.Job;
import dev.accepted.job.JobStatus;
import java.util.List;

/** How an attempt ended. */
public enum AttemptOutcome {
  SUCCEEDED,
  /** Its body failed, for good or not. */
  FAILED,
  /** It took longer than it may. */
  TIMEOUT,
  /** Its server was gone before it ended. */
  INTERRUPTED,
  CANCELED,
  /** Handed back by a server that stops. */
  RELEASED,
  /** A client removed its job meanwhile. */
  REMOVED;

  /** The error code of {@link #TIMEOUT}. */
  static final String TIMEOUT_CODE = "timeout";

  /** The error code of {@link #INTERRUPTED}. */
  static final String INTERRUPTED_CODE = "interrupted";

  /** How the attempt ended after which the job is as given. */
  public static AttemptOutcome of(Job after) {
    return switch (after.status()) {
      case SUCCEEDED -> SUCCEEDED;
      case CANCELED -> CANCELED;
      case FAILED, SCHEDULED -> failure(after.state().errors());
      case QUEUED, RUNNING -> RELEASED;
    };
  }

  private static AttemptOutcome failure(List<AttemptError> errors) {
    String code = errors.isEmpty() ? "" : errors.get(errors.size() - 1).code();
    return switch (code) {
      case TIMEOUT_CODE -> TIMEOUT;
      case INTERRUPTED_CODE -> INTERRUPTED;
      default -> FAILED;
    };
  }

  /** True if a change from {@code before} ended an attempt. */
  public static boolean isEnd(Job before, Job after) {
    return before.status() == JobStatus.RUNNING && after.status() != JobStatus.RUNNING;
  }
}
