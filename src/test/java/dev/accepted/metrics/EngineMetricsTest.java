package dev.accepted.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.accepted.config.Settings;
import dev.accepted.engine.EngineFixture;
import dev.accepted.engine.ScriptedType;
import dev.accepted.engine.intake.NewJob;
import dev.accepted.engine.intake.RequestedOptions;
import dev.accepted.job.Job;
import dev.accepted.job.JobStatus;
import dev.accepted.job.PermanentFailure;
import dev.accepted.job.SettableClock;
import dev.accepted.metrics.Exposition.Format;
import dev.accepted.metrics.StreamMetrics.Kind;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a real engine on a real database leaves in the metrics. */
class EngineMetricsTest {

  @TempDir Path folder;
  private final SettableClock clock = new SettableClock();
  private final Metrics metrics = new Metrics();
  private final WaitingRequests waiting = new WaitingRequests();
  private final StreamMetrics streams = new StreamMetrics(metrics);
  private final CountDownLatch free = new CountDownLatch(1);
  private final ScriptedType type = new ScriptedType("test", 1);
  private EngineFixture fixture;
  private Exposition exposition;

  @BeforeEach
  void start() throws Exception {
    type.act("nothing", context -> {});
    type.act("block", context -> free.await());
    type.act("second", context -> clock.advance(Duration.ofSeconds(3)));
    type.act("pause", context -> context.pause(Duration.ofDays(1)));
    type.act(
        "again",
        context -> {
          throw new IllegalStateException("once more");
        });
    type.act(
        "fail",
        context -> {
          throw new PermanentFailure("hopeless", "never");
        });
    fixture =
        new EngineFixture(
            Settings.in(folder),
            clock,
            new EngineMetrics(metrics),
            type,
            new ScriptedType("other", 2));
    metrics.read(fixture.engine.gauges(), waiting, streams, new ThrottleMetrics(metrics));
    exposition = new Exposition(metrics.registry);
  }

  @AfterEach
  void stop() {
    free.countDown();
    fixture.close();
  }

  private Samples scrape() {
    return new Samples(new String(exposition.write(Format.TEXT), StandardCharsets.UTF_8));
  }

  private static String submissions(String typeName, String outcome) {
    return "accepted_submissions_total{outcome=\"%s\",type=\"%s\"}".formatted(outcome, typeName);
  }

  private static String attempts(String outcome) {
    return "accepted_attempts_total{outcome=\"%s\",type=\"test\"}".formatted(outcome);
  }

  private static String finished(String status) {
    return "accepted_jobs_finished_total{status=\"%s\",type=\"test\"}".formatted(status);
  }

  private static NewJob keyed(String key) {
    NewJob plain = EngineFixture.job("test", "nothing", RequestedOptions.NONE);
    return new NewJob(plain.owner(), "test", plain.input(), null, plain.options(), key);
  }

  @Test
  void everySeriesIsThereFromTheStartWithZero() {
    Samples samples = scrape();
    for (String typeName : new String[] {"test", "other"}) {
      assertThat(samples.value(submissions(typeName, "accepted"))).isZero();
      assertThat(samples.value(submissions(typeName, "queue-full"))).isZero();
    }
    assertThat(samples.value(attempts("timeout"))).isZero();
    assertThat(samples.value(finished("canceled"))).isZero();
    assertThat(samples.value("accepted_job_wait_seconds_count{type=\"test\"}")).isZero();
    assertThat(samples.value("accepted_store_errors_total{kind=\"refused\"}")).isZero();
    assertThat(samples.all().keySet()).noneMatch(name -> name.contains("unknown\"}"));
  }

  @Test
  void submissionsAreCountedByWhatBecameOfThem() throws Exception {
    Job first = fixture.submit(keyed("one"));
    fixture.submit(keyed("one"));
    fixture.await(first.id(), JobStatus.SUCCEEDED);
    assertThat(catchThrowable(() -> fixture.submit("test", "no such act"))).isNotNull();
    for (int i = 0; i < 5; i++) {
      String unknown = "made-up-" + i;
      assertThat(catchThrowable(() -> fixture.submit(unknown, "nothing"))).isNotNull();
    }
    RequestedOptions bad = new RequestedOptions(99, null, null, null, null, Map.of());
    assertThat(catchThrowable(() -> fixture.submit(EngineFixture.job("test", "nothing", bad))))
        .isNotNull();

    Samples samples = scrape();
    assertThat(samples.value(submissions("test", "accepted"))).isEqualTo(1);
    assertThat(samples.value(submissions("test", "replayed"))).isEqualTo(1);
    assertThat(samples.value(submissions("test", "invalid-input"))).isEqualTo(1);
    assertThat(samples.value(submissions("test", "invalid-option"))).isEqualTo(1);
    assertThat(samples.value(submissions("unknown", "unknown-type"))).isEqualTo(5);
    assertThat(samples.all().keySet()).noneMatch(name -> name.contains("made-up"));
  }

  @Test
  void whatTheStoreRefusesIsAnError() {
    fixture.database.read(
        session -> session.update("alter table job add constraint who check (owner <> 'refused')"));
    NewJob plain = EngineFixture.job("test", "nothing", RequestedOptions.NONE);
    NewJob refused = new NewJob("refused", "test", plain.input(), null, plain.options(), null);
    assertThat(catchThrowable(() -> fixture.submit(refused))).isNotNull();

    Samples samples = scrape();
    assertThat(samples.value(submissions("test", "error"))).isEqualTo(1);
    assertThat(samples.value("accepted_store_errors_total{kind=\"refused\"}")).isEqualTo(1);
  }

  @Test
  void attemptsAndJobsAreCountedByTheirEnds() throws Exception {
    fixture.await(fixture.submit("test", "nothing").id(), JobStatus.SUCCEEDED);
    fixture.await(fixture.submit("test", "fail").id(), JobStatus.FAILED);
    fixture.await(fixture.submit("test", "again").id(), JobStatus.SCHEDULED);
    Job canceled = fixture.submit("test", "pause");
    fixture.await(canceled.id(), JobStatus.RUNNING);
    fixture.service().cancel(EngineFixture.OWNERS, canceled.id(), EngineFixture.ACTOR);
    fixture.await(canceled.id(), JobStatus.CANCELED);
    Job late = fixture.submit("test", "pause");
    fixture.await(late.id(), JobStatus.RUNNING);
    fixture.pass(Duration.ofMinutes(11));
    fixture.await(late.id(), JobStatus.SCHEDULED);

    Samples samples = scrape();
    assertThat(samples.value(attempts("succeeded"))).isEqualTo(1);
    assertThat(samples.value(attempts("canceled"))).isEqualTo(1);
    assertThat(samples.value(attempts("timeout"))).isEqualTo(1);
    assertThat(samples.value(attempts("failed"))).isBetween(2.0, 3.0); // the retry may have run
    assertThat(samples.value(finished("succeeded"))).isEqualTo(1);
    assertThat(samples.value(finished("failed"))).isEqualTo(1);
    assertThat(samples.value(finished("canceled"))).isEqualTo(1);
  }

  @Test
  void waitingAndRunningAreMeasuredInSeconds() throws Exception {
    Job running = fixture.submit("test", "block");
    fixture.await(running.id(), JobStatus.RUNNING);
    Job waits = fixture.submit("test", "second");
    clock.advance(Duration.ofSeconds(40));
    free.countDown();
    fixture.await(waits.id(), JobStatus.SUCCEEDED);

    Samples samples = scrape();
    assertThat(samples.value("accepted_job_wait_seconds_count{type=\"test\"}")).isEqualTo(2);
    assertThat(samples.value("accepted_job_wait_seconds_sum{type=\"test\"}")).isEqualTo(40);
    assertThat(samples.value("accepted_job_duration_seconds_sum{type=\"test\"}")).isEqualTo(43);
    assertThat(samples.value("accepted_job_duration_seconds_bucket{type=\"test\",le=\"2.5\"}"))
        .isZero();
    assertThat(samples.value("accepted_job_duration_seconds_bucket{type=\"test\",le=\"5.0\"}"))
        .isEqualTo(1);
    assertThat(samples.value("accepted_commit_batch_size_sum"))
        .isGreaterThanOrEqualTo(samples.value("accepted_commit_batch_size_count"));
    assertThat(samples.value("accepted_commit_seconds_count")).isPositive();
  }

  @Test
  void queuesAndSlotsAreReadOff() throws Exception {
    fixture.await(fixture.submit("test", "block").id(), JobStatus.RUNNING);
    fixture.submit("test", "nothing");
    clock.advance(Duration.ofSeconds(30));
    fixture.submit("test", "nothing");
    fixture.submit(
        EngineFixture.job(
            "test", "nothing", new RequestedOptions(9, null, null, null, null, Map.of())));
    clock.advance(Duration.ofSeconds(12));
    Runnable end = waiting.begin();

    Samples samples = scrape();
    assertThat(samples.value("accepted_queue_depth{type=\"test\"}")).isEqualTo(3);
    assertThat(samples.value("accepted_queue_oldest_age_seconds{type=\"test\"}")).isEqualTo(42);
    assertThat(samples.value("accepted_queue_depth{type=\"other\"}")).isZero();
    assertThat(samples.value("accepted_queue_oldest_age_seconds{type=\"other\"}")).isZero();
    assertThat(samples.value("accepted_nodes")).isEqualTo(1);
    assertThat(samples.value("accepted_lease_age_seconds")).isZero();
    assertThat(samples.value("accepted_slots")).isEqualTo(16);
    assertThat(samples.value("accepted_slots_in_use")).isEqualTo(1);
    assertThat(samples.value("accepted_type_slots{type=\"other\"}")).isEqualTo(2);
    assertThat(samples.value("accepted_type_slots_in_use{type=\"test\"}")).isEqualTo(1);
    assertThat(samples.value("accepted_type_slots_in_use{type=\"other\"}")).isZero();
    assertThat(samples.value("accepted_requests_waiting")).isEqualTo(1);
    end.run();
    end.run();
    assertThat(scrape().value("accepted_requests_waiting")).isZero();
  }

  @Test
  void whatGoesOnIsCountedByKind() {
    for (String kind : new String[] {"events", "socket", "log"}) {
      for (String name : new String[] {"streams", "stream_events_total", "streams_dropped_total"}) {
        assertThat(scrape().value(ofKind(name, kind))).as(name).isZero();
      }
    }
    streams.opened(Kind.SOCKET);
    streams.opened(Kind.EVENTS);
    streams.opened(Kind.EVENTS);
    streams.sent(Kind.EVENTS, 1);
    streams.dropped(Kind.EVENTS);
    streams.closed(Kind.EVENTS);
    streams.historyLost();
    Samples samples = scrape();
    assertThat(samples.value(ofKind("streams", "socket"))).isOne();
    assertThat(samples.value(ofKind("streams", "events"))).isOne();
    assertThat(samples.value(ofKind("stream_events_total", "events"))).isOne();
    assertThat(samples.value(ofKind("streams_dropped_total", "events"))).isOne();
    assertThat(samples.value("accepted_streams_history_lost_total")).isOne();
  }

  private static String ofKind(String name, String kind) {
    return "accepted_%s{kind=\"%s\"}".formatted(name, kind);
  }

  @Test
  void aJobWantedLaterIsAsOldAsThat() throws Exception {
    fixture.await(fixture.submit("test", "block").id(), JobStatus.RUNNING);
    RequestedOptions later =
        new RequestedOptions(null, clock.instant().plusSeconds(60), null, null, null, Map.of());
    Job job = fixture.submit(EngineFixture.job("test", "nothing", later));
    fixture.pass(Duration.ofSeconds(65));
    fixture.await(job.id(), JobStatus.QUEUED);

    assertThat(scrape().value("accepted_queue_oldest_age_seconds{type=\"test\"}")).isEqualTo(5);
  }

  @Test
  void howeverOftenItIsScrapedTheStoreIsAskedOnceInAWhile() throws Exception {
    fixture.database.read(session -> session.update("set query_statistics true"));
    for (int i = 0; i < 50; i++) {
      scrape();
    }
    assertThat(looksAtTheStore()).isEqualTo(2); // one for each type
    clock.advance(Duration.ofSeconds(5));
    scrape();
    scrape();
    assertThat(looksAtTheStore()).isEqualTo(4);
  }

  private long looksAtTheStore() {
    return fixture.database.read(
        session ->
            session
                .first(
                    """
                    select coalesce(sum(execution_count), 0) as looks from information_schema.query_statistics
                    where sql_statement like 'select (select count(*)%'
                    """,
                    row -> row.longNumber("looks"))
                .orElseThrow());
  }

  @Test
  void bothFormatsSayTheSame() throws Exception {
    fixture.await(fixture.submit("test", "nothing").id(), JobStatus.SUCCEEDED);
    String open = new String(exposition.write(Format.OPEN_METRICS), StandardCharsets.UTF_8);

    assertThat(open).endsWith("# EOF\n");
    assertThat(new Samples(open).value(submissions("test", "accepted"))).isEqualTo(1);
    assertThat(new Samples(open).all().keySet()).isEqualTo(scrape().all().keySet());
  }
}
