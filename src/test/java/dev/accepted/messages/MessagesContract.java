package dev.accepted.messages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accepted.config.Settings;
import dev.accepted.config.TestSettings;
import dev.accepted.engine.EngineFixture;
import dev.accepted.engine.RecordedLog;
import dev.accepted.engine.ScriptedType;
import dev.accepted.engine.intake.NewJob;
import dev.accepted.engine.intake.RequestedOptions;
import dev.accepted.job.Job;
import dev.accepted.job.JobEvent.Kind;
import dev.accepted.job.JobStatus;
import dev.accepted.job.PermanentFailure;
import dev.accepted.job.SettableClock;
import dev.accepted.messages.Messages.Doing;
import dev.accepted.sql.Database;
import dev.accepted.store.JournalEntry;
import dev.accepted.store.JournalQueries;
import io.cloudevents.CloudEvent;
import io.cloudevents.jackson.JsonFormat;
import jakarta.jms.JMSException;
import jakarta.jms.TextMessage;
import jakarta.json.Json;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is published, in which order, and how often; with a real broker, on any database. */
@Timeout(120)
abstract class MessagesContract {

  private static final Duration SOON = Duration.ofMillis(200);

  @TempDir Path folder;
  final SettableClock clock = new SettableClock();
  TestBroker broker;
  EngineFixture engine;
  private Subscriber subscriber;

  abstract Database open() throws Exception;

  @BeforeEach
  void start() throws Exception {
    broker = new TestBroker(folder.resolve("broker"));
    subscriber = new Subscriber(broker.factory());
    engine = engine("one");
    await(engine, Doing.PUBLISHING);
  }

  EngineFixture engine(String node) throws Exception {
    Settings settings =
        TestSettings.in(
            folder.resolve("data"),
            Map.of("accepted.public-url", "http://jobs.example", "accepted.node", node));
    ScriptedType type =
        new ScriptedType("test", 2)
            .act("nothing", context -> {})
            .act("log", context -> context.log("said"))
            .act(
                "fail",
                context -> {
                  throw new PermanentFailure("no-luck", "It had to be.");
                });
    return new EngineFixture(settings, clock, open(), broker.topic(), type);
  }

  @AfterEach
  void stop() throws Exception {
    engine.close();
    subscriber.close();
    broker.close();
  }

  /** Passes until it does that. */
  void await(EngineFixture node, Doing doing) throws Exception {
    long end = System.nanoTime() + EngineFixture.PATIENCE.toNanos();
    while (node.engine.messages().state().doing() != doing) {
      assertThat(System.nanoTime()).as("still " + node.engine.messages().state()).isLessThan(end);
      node.engine.renewLease();
      node.pass(SOON);
    }
  }

  Job done(EngineFixture node, String act) throws Exception {
    Job job = node.submit("test", act);
    return node.await(job.id(), now -> now.status().isFinal());
  }

  /** The numbers that are to be published, of those above one. */
  List<Long> journal(EngineFixture node, long above) {
    List<Long> numbers = new ArrayList<>();
    for (JournalEntry entry :
        node.database.read(s -> JournalQueries.between(s, above, Long.MAX_VALUE, 10_000))) {
      if (entry.kind() != Kind.LOG) {
        LongStream.rangeClosed(entry.first(), entry.number()).forEach(numbers::add);
      }
    }
    return numbers;
  }

  Subscriber subscriber() {
    return subscriber;
  }

  @Test
  void anEventIsACloudEventWithWhatReceiversSelectBy() throws Exception {
    RequestedOptions options =
        new RequestedOptions(null, null, null, null, null, Map.of("my.team", "ops"), null);
    Job job =
        engine.submit(
            new NewJob(
                EngineFixture.OWNER,
                "test",
                Json.createObjectBuilder().add("act", "fail").build(),
                null,
                options,
                null));

    TextMessage queued = subscriber.next();
    TextMessage started = subscriber.next();
    TextMessage failed = subscriber.next();

    assertThat(queued.getStringProperty("event")).isEqualTo("queued");
    assertThat(started.getStringProperty("event")).isEqualTo("started");
    assertThat(failed.getStringProperty("event")).isEqualTo("failed");
    assertThat(failed.getStringProperty("type")).isEqualTo("test");
    assertThat(failed.getStringProperty("status")).isEqualTo("failed");
    assertThat(failed.getStringProperty("jobId")).isEqualTo(job.id().toString());
    assertThat(failed.getStringProperty("owner")).isEqualTo(EngineFixture.OWNER);
    assertThat(failed.getStringProperty("label_my_team")).isEqualTo("ops");
    assertThat(failed.propertyExists("missed")).isFalse();
    CloudEvent event =
        new JsonFormat().deserialize(failed.getText().getBytes(StandardCharsets.UTF_8));
    assertThat(event.getId()).isEqualTo(Long.toString(failed.getLongProperty("number")));
    assertThat(event.getType()).isEqualTo("dev.accepted.job.failed");
    assertThat(event.getSource()).hasToString("http://jobs.example/api/jobs");
    assertThat(event.getSubject()).isEqualTo(job.id().toString());
  }

  @Test
  void receiversGetWhatTheySelect() throws Exception {
    String selector = "event = 'failed' and type = 'test' and number > 0";
    try (Subscriber failures =
        new Subscriber(broker.factory(), TestBroker.TOPIC, "failures", selector)) {
      done(engine, "nothing");
      Job failed = done(engine, "fail");

      assertThat(failures.next().getStringProperty("jobId")).isEqualTo(failed.id().toString());
      assertThat(failures.isQuiet()).isTrue();
    }
  }

  @Test
  void allAreToldOnceInTheirOrderAndLogsAreNot() throws Exception {
    for (int i = 0; i < 100; i++) {
      engine.submit("test", "nothing");
    }
    done(engine, "log");
    Job last = done(engine, "nothing");
    engine.pass(SOON);
    engine.await(last.id(), JobStatus.SUCCEEDED);

    List<Long> expected = journal(engine, 0);
    assertThat(expected).hasSizeGreaterThanOrEqualTo(300);
    assertThat(subscriber.numbers(expected.size())).isEqualTo(expected);
    assertThat(subscriber.isQuiet()).isTrue();
  }

  @Test
  void whatHappensWhileTheBrokerIsAwayIsToldWhenItIsBack() throws Exception {
    done(engine, "nothing");
    List<Long> before = journal(engine, 0);
    assertThat(subscriber.numbers(before.size())).isEqualTo(before);
    try (RecordedLog log = new RecordedLog(BrokerOutage.class)) {
      restartBroker(() -> assertThat(done(engine, "nothing").status().isFinal()).isTrue());

      List<Long> after = journal(engine, before.get(before.size() - 1));
      assertThat(after).hasSize(3);
      assertThat(subscriber.numbers(3)).isEqualTo(after);
      assertThat(subscriber.isQuiet()).isTrue();
      assertThat(log.lines(Level.WARNING)).hasSize(1);
      assertThat(log.lines(Level.INFO)).hasSize(1);
    }
  }

  @FunctionalInterface
  private interface Meanwhile {
    void happens() throws Exception;
  }

  private void restartBroker(Meanwhile meanwhile) throws Exception {
    subscriber.close();
    broker.stop();
    meanwhile.happens();
    await(engine, Doing.BROKER_AWAY);
    // It tries again when the clock has moved on: only once there is somebody to hear it.
    broker.start();
    subscriber = new Subscriber(broker.factory());
    await(engine, Doing.PUBLISHING);
  }

  @Test
  void aServerThatStartsGoesOnWhereItWas() throws Exception {
    done(engine, "nothing");
    int before = journal(engine, 0).size();
    long last = subscriber.numbers(before).get(before - 1);
    subscriber.close();
    broker.stop();
    done(engine, "nothing");
    engine.close();
    broker.start();
    subscriber = new Subscriber(broker.factory());
    engine = engine("again");
    await(engine, Doing.PUBLISHING);

    assertThat(subscriber.numbers(3)).isEqualTo(journal(engine, last));
    assertThat(subscriber.isQuiet()).isTrue();
  }

  @Test
  void whatTheJournalHasNoMoreIsMissedAndThatIsSaid() throws Exception {
    done(engine, "nothing");
    int before = journal(engine, 0).size();
    long last = subscriber.numbers(before).get(before - 1);
    try (RecordedLog log = new RecordedLog(Turn.class)) {
      restartBroker(
          () -> {
            done(engine, "nothing");
            // What was told lately is known from memory too, by a server that goes on.
            engine.close();
            engine = engine("again");
            engine.database.transaction(
                session ->
                    JournalQueries.prune(session, JournalQueries.newest(session) - 1, 10_000));
          });

      TextMessage next = subscriber.next();
      assertThat(next.getLongProperty("missed"))
          .isEqualTo(next.getLongProperty("number") - 1 - last)
          .isPositive();
      assertThat(log.lines(Level.WARNING)).hasSize(1);
    }
    done(engine, "nothing");
    assertThat(subscriber.next().propertyExists("missed")).isFalse();
  }

  /** The next so many of a subscriber, whatever is published again. */
  static List<Long> distinct(Subscriber from, int count) throws JMSException {
    List<Long> numbers = new ArrayList<>();
    while (numbers.size() < count) {
      long number = from.next().getLongProperty("number");
      if (!numbers.contains(number)) {
        numbers.add(number);
      }
    }
    return numbers;
  }
}
