package dev.accepted.messages;

import dev.accepted.config.InvalidSettings;
import dev.accepted.config.MessageSettings;
import java.time.Duration;
import java.util.List;

/** Finds the topic that the operator has named. */
public final class TopicLookup {

  static final String TOPIC = "accepted.messages.topic";
  static final String FACTORY = "accepted.messages.connection-factory";

  /** For both names, while the server starts. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private TopicLookup() {}

  /**
   * The topic; it isn't connected to.
   *
   * @throws InvalidSettings if the server has no such topic or factory, or no Jakarta Messaging
   */
  public static MessageTopic find(MessageSettings settings) {
    return find(settings, new Names(PATIENCE));
  }

  static MessageTopic find(MessageSettings settings, Names names) {
    try {
      return JmsTopic.find(names, settings.topic(), settings.connectionFactory());
    } catch (Names.Unusable unusable) {
      throw new InvalidSettings(List.of(unusable.getMessage()));
    } catch (NoClassDefFoundError missing) {
      throw new InvalidSettings(
          List.of(
              "%s = %s: this server has no Jakarta Messaging (%s)"
                  .formatted(TOPIC, settings.topic(), missing.getMessage())));
    }
  }
}
