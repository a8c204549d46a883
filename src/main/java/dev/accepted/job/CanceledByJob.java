package dev.accepted.job;

/**
 * The body has found that the job is pointless, and ends it as {@link JobStatus#CANCELED}: no
 * result, no further attempt, just as if a client had canceled it. The code and the sentence are
 * kept as the attempt's error. Not to be mixed up with {@link JobStopped}, by which the engine
 * tells a body to stop.
 */
public final class CanceledByJob extends JobFailure {

  private static final long serialVersionUID = 1L;

  public CanceledByJob(String code, String message) {
    super(code, message);
  }
}
