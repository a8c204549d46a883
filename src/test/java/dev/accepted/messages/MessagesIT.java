package dev.accepted.messages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accepted.http.Api;
import dev.accepted.server.ServerProcess;
import dev.accepted.server.ServerSetup;
import dev.accepted.server.WildFly;
import jakarta.jms.JMSException;
import jakarta.jms.TextMessage;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Events on a topic of WildFly's own broker, set up by the scripts that operators run. On a whole
 * WildFly: that of the other tests has no broker. See the profile {@code messages}.
 */
@Timeout(600)
class MessagesIT {

  private static final String TOPIC = "jms.topic.accepted";
  private static final Duration PATIENCE = Duration.ofSeconds(40);

  @TempDir Path folder;

  @Test
  void whatHappensIsToldByTheServersBrokerAlsoAfterItsRestart() throws Exception {
    WildFly wildFly =
        new WildFly(Path.of(System.getProperty("test.server.home")))
            .with(
                Path.of("server-config/wildfly/accepted.cli"),
                Path.of("server-config/wildfly/messages.cli"),
                Path.of("src/test/resources/server/open-broker.cli"));
    ServerSetup setup = ServerSetup.of(wildFly, Path.of(System.getProperty("test.war")), folder);
    long last;
    try (ServerProcess server = ServerProcess.start(setup);
        Subscriber subscriber = subscriber(setup)) {
      awaitPublishing(setup);
      last = simulateAndSee(api(server.url()), subscriber);
    }
    try (ServerProcess server = ServerProcess.start(setup);
        Subscriber subscriber = subscriber(setup)) {
      assertThat(simulateAndSee(api(server.url()), subscriber)).isGreaterThan(last);
    }
  }

  private static Api api(String url) {
    return new Api(url, HttpClient.newHttpClient(), PATIENCE);
  }

  private static Subscriber subscriber(ServerSetup setup) throws JMSException {
    String url =
        "tcp://127.0.0.1:%d?httpUpgradeEnabled=true&httpUpgradeEndpoint=http-acceptor&activemqServerName=default"
            .formatted(setup.port());
    return new Subscriber(new ActiveMQConnectionFactory(url), TOPIC, "everything", "");
  }

  /** What happens before the topic is taken for the first time is not for it. */
  private static void awaitPublishing(ServerSetup setup) {
    Api management = api("http://127.0.0.1:" + setup.managementPort());
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!management.get("/health/ready").text().contains("publishing")) {
      assertThat(System.nanoTime()).as("still not publishing").isLessThan(end);
    }
  }

  /** Runs a job, and tells the number of its last event. */
  private static long simulateAndSee(Api api, Subscriber subscriber) throws JMSException {
    String monitor = api.simulate("{\"duration\":\"PT0.1S\"}", "");
    List<String> told = new ArrayList<>();
    TextMessage message;
    do {
      message = subscriber.next();
      assertThat(monitor).endsWith(message.getStringProperty("jobId"));
      told.add(message.getStringProperty("event"));
    } while (!told.contains("succeeded"));
    assertThat(told).startsWith("queued", "started").doesNotHaveDuplicates();
    assertThat(message.getStringProperty("type")).isEqualTo("simulation");
    assertThat(message.getText()).contains("\"dev.accepted.job.succeeded\"", monitor);
    return message.getLongProperty("number");
  }
}
