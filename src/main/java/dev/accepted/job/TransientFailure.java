package dev.accepted.job;

/** This attempt failed; the next may not. The job's {@link RetryPolicy} says when it comes. */
public final class TransientFailure extends JobFailure {

  private static final long serialVersionUID = 1L;

  public TransientFailure(String code, String message) {
    super(code, message);
  }
}
