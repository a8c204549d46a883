package dev.accepted.command;

/** What the command says to whoever started it; 130 is the JVM's own, for Ctrl-C. */
final class ExitCode {

  /** Nothing was found at or above what fails it. */
  static final int FINE = 0;

  /** Something was. */
  static final int FOUND = 1;

  /** The options make no sense, or a file that they name can't be read or written. */
  static final int USAGE = 2;

  /** No job could be followed: nobody answers, or not as an asynchronous API does. */
  static final int NOT_INSPECTED = 3;

  private ExitCode() {}
}
