package dev.accepted.config;

import java.time.Duration;

/** Reads how the audit log is kept. */
final class AuditSettingsReader {

  private static final String RETENTION = "accepted.audit.retention";

  /** A century: further back than that, databases differ in what times they know. */
  private static final Duration LONGEST = Duration.ofDays(36_525);

  private final PropertyReader properties;

  AuditSettingsReader(PropertyReader properties) {
    this.properties = properties;
  }

  AuditSettings audit() {
    Duration retention = properties.duration(RETENTION, AuditSettings.DEFAULTS.retention());
    if (retention.compareTo(LONGEST) > 0) {
      properties.fault("%s: at most P%dD".formatted(RETENTION, LONGEST.toDays()));
    }
    return new AuditSettings(retention);
  }
}
