package dev.accepted.config;

import java.util.OptionalLong;

/** Reads what each caller may have. */
final class QuotaSettingsReader {

  /** A bucket is refilled within a minute, a token at a time: no more than one each microsecond. */
  private static final long MOST_SUBMISSIONS = 60_000_000;

  private final PropertyReader properties;

  QuotaSettingsReader(PropertyReader properties) {
    this.properties = properties;
  }

  QuotaSettings quotas() {
    OptionalLong submissions = limit("accepted.quota.submissions");
    if (submissions.orElse(0) > MOST_SUBMISSIONS) {
      properties.fault("accepted.quota.submissions: at most %d".formatted(MOST_SUBMISSIONS));
    }
    return new QuotaSettings(
        limit("accepted.quota.active"), submissions, limit("accepted.quota.bytes"));
  }

  private OptionalLong limit(String name) {
    return properties
        .optional(name, PropertyReader::wholePositive)
        .map(OptionalLong::of)
        .orElse(OptionalLong.empty());
  }
}
