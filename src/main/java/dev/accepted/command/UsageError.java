package dev.accepted.command;

/** The command was called in a way that makes no sense. */
final class UsageError extends Exception {

  private static final long serialVersionUID = 1L;

  /**
   * @param message what is wrong, for people; no secrets
   */
  UsageError(String message) {
    super(message);
  }
}
