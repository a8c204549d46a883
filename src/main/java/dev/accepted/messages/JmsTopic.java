package dev.accepted.messages;

import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSException;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import jakarta.jms.Topic;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A topic of Jakarta Messaging. The only class that names its types. */
final class JmsTopic implements MessageTopic {

  private static final Logger LOG = System.getLogger(JmsTopic.class.getName());

  private final String name;
  private final ConnectionFactory factory;
  private final Topic topic;
  private @Nullable Link link;

  JmsTopic(String name, ConnectionFactory factory, Topic topic) {
    this.name = name;
    this.factory = factory;
    this.topic = topic;
  }

  private record Link(Connection connection, Session session, MessageProducer producer) {}

  /** What the server has under two names. */
  static JmsTopic find(Names names, String topic, String factory) {
    return new JmsTopic(
        topic,
        names.find(TopicLookup.FACTORY, factory, ConnectionFactory.class),
        names.find(TopicLookup.TOPIC, topic, Topic.class));
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void open() throws BrokerException {
    if (link == null) {
      link = connected();
    }
  }

  private Link connected() throws BrokerException {
    Connection connection = null;
    try {
      connection = factory.createConnection();
      // A server's own factory may make one that isn't transacted all the same, as the platform
      // wants it outside of its transactions; asked for SESSION_TRANSACTED, WildFly's refuses.
      Session session = connection.createSession(true, Session.AUTO_ACKNOWLEDGE);
      MessageProducer producer = session.createProducer(topic);
      producer.setDeliveryMode(DeliveryMode.PERSISTENT);
      return new Link(connection, session, producer);
    } catch (JMSException | RuntimeException down) {
      close(connection);
      throw new BrokerException(0, down);
    }
  }

  /** In one transaction or, if the session has none, one by one. */
  @Override
  public void publish(List<Message> messages) throws BrokerException {
    Link open = link;
    if (open == null) {
      throw new IllegalStateException("not connected");
    }
    int taken = 0;
    try {
      boolean transacted = open.session().getTransacted();
      for (Message message : messages) {
        open.producer().send(text(open.session(), message));
        taken += transacted ? 0 : 1;
      }
      if (transacted) {
        open.session().commit();
      }
    } catch (JMSException | RuntimeException failed) {
      throw new BrokerException(taken, failed);
    }
  }

  private static TextMessage text(Session session, Message message) throws JMSException {
    TextMessage text = session.createTextMessage(message.text());
    for (Map.Entry<String, Object> property : message.properties().entrySet()) {
      text.setObjectProperty(property.getKey(), property.getValue());
    }
    return text;
  }

  @Override
  public void close() {
    Link old = link;
    link = null;
    if (old != null) {
      close(old.connection());
    }
  }

  private static void close(@Nullable Connection connection) {
    if (connection != null) {
      try {
        connection.close();
      } catch (JMSException | RuntimeException broken) {
        LOG.log(Level.DEBUG, "A connection to the broker could not be closed", broken);
      }
    }
  }
}
