package dev.accepted.job;

/**
 * Thrown by {@link JobContext} in a body that is to stop: it was canceled, its time is up, or the
 * server is stopping. A body lets it pass; the engine knows which of these it was.
 */
public final class JobStopped extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public JobStopped() {
    super("the job was told to stop", null, false, false);
  }
}
