package dev.accepted.command;

import dev.accepted.types.inspections.rules.Severity;

/** From which severity on a finding fails the command. */
enum FailOn {
  ERROR,
  WARNING,
  INFO,
  NEVER;

  /** Whether a finding of that severity does. */
  boolean includes(Severity severity) {
    return this != NEVER && severity.compareTo(Severity.valueOf(name())) <= 0;
  }
}
