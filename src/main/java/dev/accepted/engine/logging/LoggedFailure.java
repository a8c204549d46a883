package dev.accepted.engine.logging;

import org.jspecify.annotations.Nullable;

/**
 * A job's failure as it goes to the server's log: its stack trace and its causes', each message on
 * one line. A message may hold anything that a client has sent, line breaks and all, and is not to
 * look like lines of the log's own.
 */
@SuppressWarnings("OverrideThrowableToString") // its message begins with the failure's class
public final class LoggedFailure extends Exception {

  private static final long serialVersionUID = 1L;
  private static final int MOST_CAUSES = 10;
  private static final int MOST_CHARACTERS = 2_000;

  private LoggedFailure(String text, @Nullable Throwable cause, StackTraceElement[] trace) {
    super(text, cause, false, true);
    setStackTrace(trace);
  }

  /** The failure, with up to ten of its causes. */
  public static LoggedFailure of(Throwable failure) {
    return of(failure, MOST_CAUSES);
  }

  private static LoggedFailure of(Throwable failure, int causes) {
    Throwable cause = failure.getCause();
    return new LoggedFailure(
        line(failure),
        cause == null || causes == 0 ? null : of(cause, causes - 1),
        failure.getStackTrace());
  }

  private static String line(Throwable failure) {
    String text = failure.toString();
    StringBuilder line = new StringBuilder();
    Logfmt.escape(
        text.length() > MOST_CHARACTERS ? text.substring(0, MOST_CHARACTERS) : text, line);
    return line.toString();
  }

  @Override
  public String toString() {
    return String.valueOf(getMessage());
  }
}
