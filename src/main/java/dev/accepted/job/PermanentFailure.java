package dev.accepted.job;

/** Trying again would not help: the job fails at once, whatever attempts are left. */
public final class PermanentFailure extends JobFailure {

  private static final long serialVersionUID = 1L;

  public PermanentFailure(String code, String message) {
    super(code, message);
  }
}
