package dev.accepted.config;

import java.time.Duration;

/**
 * How the audit log is kept.
 *
 * @param retention {@code accepted.audit.retention}: for how long
 */
public record AuditSettings(Duration retention) {

  /** A year. */
  public static final AuditSettings DEFAULTS = new AuditSettings(Duration.ofDays(365));
}
