package dev.accepted.config;

/**
 * A topic of a message broker to publish events to.
 *
 * @param topic {@code accepted.messages.topic}: its JNDI name
 * @param connectionFactory {@code accepted.messages.connection-factory}: JNDI name of what makes
 *     connections to its broker
 */
public record MessageSettings(String topic, String connectionFactory) {

  /** That of the platform, which each server leads to its own broker. */
  public static final String DEFAULT_FACTORY = "java:comp/DefaultJMSConnectionFactory";
}
