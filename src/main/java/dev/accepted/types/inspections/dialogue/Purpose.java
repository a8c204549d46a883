package dev.accepted.types.inspections.dialogue;

import java.util.Locale;

/** What an exchange was made for. */
public enum Purpose {
  SUBMIT("Submit the job"),
  FIRST_POLL("Read the monitor at once"),
  EARLY_RESULT("Ask for the result before it is ready"),
  REPEAT("Submit the same again, with the same Idempotency-Key"),
  PREFLIGHT("Ask whether another origin's page may submit"),
  UNKNOWN_ID("Read the monitor of a job that isn't there"),
  POLL("Read the monitor"),
  CONDITIONAL_POLL("Read the monitor if it has changed"),
  LONG_POLL("Wait at the monitor"),
  IMPATIENT_POLL("Read the monitor without waiting"),
  RESULT("Read the result"),
  RESULT_AGAIN("Read the result again"),
  CONDITIONAL_RESULT("Read the result if it has changed"),
  HEAD_RESULT("Ask for the result's headers"),
  MONITOR_AGAIN("Read the monitor after the end"),
  CONDITIONAL_MONITOR("Read the monitor after the end, if it has changed"),
  HEAD_MONITOR("Ask for the monitor's headers"),
  OPTIONS_MONITOR("Ask what the monitor allows"),
  WRONG_METHOD("Use a method that a monitor doesn't have"),
  UNACCEPTABLE("Ask for a media type that can't be had"),
  SUBMIT_TO_CANCEL("Submit a job to be canceled"),
  CANCEL("Cancel it"),
  CANCEL_AGAIN("Cancel it again"),
  AFTER_CANCEL("Read the monitor of the canceled job"),
  REMOVE("Remove the job"),
  MONITOR_AFTER_REMOVAL("Read the monitor of the removed job"),
  RESULT_AFTER_REMOVAL("Read the result of the removed job"),
  REMOVE_AGAIN("Remove it again");

  private final String words;

  Purpose(String words) {
    this.words = words;
  }

  /** What is done, for people. */
  public String words() {
    return words;
  }

  /** As the report spells it. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
