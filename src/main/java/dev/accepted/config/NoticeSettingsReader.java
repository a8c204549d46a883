package dev.accepted.config;

import java.util.Optional;

/** Reads how others are told: by webhooks, and by a message broker. */
final class NoticeSettingsReader {

  /** Each may take a thread of the executor while a name is looked up. */
  private static final long MOST_DELIVERIES = 32;

  /** Each is looked at with each event. */
  private static final long MOST_SUBSCRIPTIONS = 1_000;

  private final PropertyReader properties;

  NoticeSettingsReader(PropertyReader properties) {
    this.properties = properties;
  }

  WebhookSettings webhooks(WebhookSettings defaults) {
    return new WebhookSettings(
        properties.secret("accepted.webhooks.secret", WebhookSecretText::checked),
        properties.value("accepted.webhooks.allow", AllowedReceivers::parse, defaults.allow()),
        properties.duration("accepted.webhooks.timeout", defaults.timeout()),
        properties.value(
            "accepted.webhooks.retries", PropertyReader::durations, defaults.retries()),
        (int) properties.upTo(MOST_DELIVERIES, "accepted.webhooks.concurrency", defaults.most()),
        (int)
            properties.upTo(
                MOST_DELIVERIES, "accepted.webhooks.concurrency.host", defaults.mostPerHost()),
        (int)
            properties.upTo(
                MOST_SUBSCRIPTIONS, "accepted.webhooks.subscriptions", defaults.subscriptions()));
  }

  Optional<MessageSettings> messages() {
    String factory =
        properties.value(
            "accepted.messages.connection-factory", name -> name, MessageSettings.DEFAULT_FACTORY);
    return properties
        .optional("accepted.messages.topic", name -> name)
        .map(topic -> new MessageSettings(topic, factory));
  }
}
