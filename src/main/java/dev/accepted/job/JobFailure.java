package dev.accepted.job;

/**
 * A failure that a job body reports on purpose, with a code and a sentence that its client may
 * read. Anything else that a body throws is reported as {@code internal-error}, and its own message
 * goes to the server's log only.
 */
public abstract sealed class JobFailure extends Exception
    permits CanceledByJob, PermanentFailure, RetryLater, TransientFailure {

  private static final long serialVersionUID = 1L;

  private final String code;

  JobFailure(String code, String message) {
    super(message);
    this.code = code;
  }

  /** Stable, for programs: lower case, hyphens. */
  public String code() {
    return code;
  }

  /** The sentence for people; never null. */
  public String explanation() {
    return String.valueOf(getMessage());
  }
}
