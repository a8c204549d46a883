package dev.accepted.types.inspections.rules;

import java.util.Locale;

/** How much a finding matters. */
public enum Severity {
  /** Clients that go by the specifications fail, or lose something. */
  ERROR,
  /** Clients work, and have it harder than they need. */
  WARNING,
  /** Worth knowing; many good APIs do without. */
  INFO;

  /** As the report spells it. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
