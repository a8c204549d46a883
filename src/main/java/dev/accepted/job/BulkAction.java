package dev.accepted.job;

import java.util.Locale;
import java.util.OptionalInt;

/**
 * What is to be done with each of many jobs.
 *
 * @param priority 0 to 9; with {@link Kind#REPRIORITIZE} only
 */
public record BulkAction(Kind kind, OptionalInt priority) {

  public BulkAction {
    if (priority.isPresent() != (kind == Kind.REPRIORITIZE)) {
      throw new IllegalArgumentException("a priority belongs to reprioritize, and to nothing else");
    }
  }

  /** One of the things that can be done with a job, wherever it stands. */
  public enum Kind {
    /** Stop those that have not finished. */
    CANCEL,
    /** Run those again that failed or were canceled. */
    RETRY,
    /** Take them out, whatever they are doing. */
    REMOVE,
    /** Give those another priority that wait. */
    REPRIORITIZE;

    /** Its name in inputs, results and the audit log. */
    public String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
