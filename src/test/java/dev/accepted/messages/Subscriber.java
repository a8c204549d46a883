package dev.accepted.messages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accepted.engine.EngineFixture;
import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.MessageConsumer;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.util.ArrayList;
import java.util.List;

/** Takes what is published, also what was while it was away: its subscription is durable. */
final class Subscriber implements AutoCloseable {

  private static final long QUIET_MILLIS = 300;

  private final Connection connection;
  private final MessageConsumer consumer;

  Subscriber(ConnectionFactory factory, String topic, String name, String selector)
      throws JMSException {
    connection = factory.createConnection();
    connection.setClientID(name);
    Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
    consumer = session.createDurableConsumer(session.createTopic(topic), name, selector, false);
    connection.start();
  }

  Subscriber(ConnectionFactory factory) throws JMSException {
    this(factory, TestBroker.TOPIC, "everything", "");
  }

  TextMessage next() throws JMSException {
    TextMessage message = (TextMessage) consumer.receive(EngineFixture.PATIENCE.toMillis());
    assertThat(message).as("the next message").isNotNull();
    return message;
  }

  /** The next so many, by their numbers. */
  List<Long> numbers(int count) throws JMSException {
    List<Long> numbers = new ArrayList<>();
    while (numbers.size() < count) {
      numbers.add(next().getLongProperty("number"));
    }
    return numbers;
  }

  /** True if nothing more comes for a moment. */
  boolean isQuiet() throws JMSException {
    return consumer.receive(QUIET_MILLIS) == null;
  }

  @Override
  public void close() throws JMSException {
    connection.close();
  }
}
