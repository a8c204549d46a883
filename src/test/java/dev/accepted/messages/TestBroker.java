package dev.accepted.messages;

import dev.accepted.server.Ports;
import java.nio.file.Path;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.activemq.artemis.jms.client.ActiveMQTopic;

/** A real broker on 127.0.0.1, which a test can stop, and start again with what it has stored. */
final class TestBroker implements AutoCloseable {

  static final String TOPIC = "events";

  private final Path folder;
  private final String url = "tcp://127.0.0.1:" + Ports.anyFree();
  private EmbeddedActiveMQ broker;

  TestBroker(Path folder) throws Exception {
    this.folder = folder;
    start();
  }

  void start() throws Exception {
    Configuration configuration =
        new ConfigurationImpl()
            .setSecurityEnabled(false)
            .setPersistenceEnabled(true)
            .setJournalType(JournalType.NIO)
            .setJournalDirectory(folder("journal"))
            .setBindingsDirectory(folder("bindings"))
            .setLargeMessagesDirectory(folder("large"))
            .setPagingDirectory(folder("paging"))
            .addAcceptorConfiguration("tcp", url);
    broker = new EmbeddedActiveMQ().setConfiguration(configuration);
    broker.start();
  }

  private String folder(String name) {
    return folder.resolve(name).toString();
  }

  void stop() throws Exception {
    broker.stop();
  }

  /** What makes connections to it; one that fails stays so. */
  ActiveMQConnectionFactory factory() {
    return new ActiveMQConnectionFactory(url + "?reconnectAttempts=0&callTimeout=5000");
  }

  /** The topic, for a server to publish to. */
  MessageTopic topic() {
    return new JmsTopic("java:/" + TOPIC, factory(), new ActiveMQTopic(TOPIC));
  }

  @Override
  public void close() throws Exception {
    stop();
  }
}
