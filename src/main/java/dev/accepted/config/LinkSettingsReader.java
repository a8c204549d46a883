package dev.accepted.config;

import java.time.Duration;

/** Reads how long links may count. */
final class LinkSettingsReader {

  /** Some ten years. */
  private static final Duration MOST = Duration.ofDays(3_660);

  private final PropertyReader properties;

  LinkSettingsReader(PropertyReader properties) {
    this.properties = properties;
  }

  LinkSettings read() {
    return properties
        .optional("accepted.links.lifetime", LinkSettingsReader::lifetime)
        .map(LinkSettings::new)
        .orElse(LinkSettings.DEFAULTS);
  }

  private static Duration lifetime(String text) {
    Duration lifetime = PropertyReader.wholeDuration(text);
    if (lifetime.compareTo(MOST) > 0 || (lifetime.toSeconds() == 0 && !lifetime.isZero())) {
      throw new IllegalArgumentException("from PT1S to P3660D, or PT0S for no links");
    }
    return lifetime;
  }
}
