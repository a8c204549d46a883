package dev.accepted.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accepted.http.stream.SseClient;
import dev.accepted.metrics.Samples;
import dev.accepted.server.DeployedServer;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What a scraper reads, and what an orchestrator asks. */
class MetricsIT extends DeployedServer {

  private static final String TEXT = "text/plain;version=0.0.4;charset=utf-8";
  private static final String OPEN_METRICS =
      "application/openmetrics-text;version=1.0.0;charset=utf-8";
  private static final String STREAMS = "accepted_streams{kind=\"events\"}";
  private static final String EVENTS = "accepted_stream_events_total{kind=\"events\"}";
  private static final String WAITING = "accepted_requests_waiting";

  /** As Prometheus sends it. */
  private static final String SCRAPER =
      "application/openmetrics-text;version=1.0.0;q=0.6,application/openmetrics-text;version=0.0.1;q=0.5,"
          + "text/plain;version=0.0.4;q=0.4,*/*;q=0.1";

  private final Api api = new Api();

  private Samples scrape() {
    return new Samples(api.get("/metrics").text());
  }

  /** As servers write it: with spaces or without. */
  private static String contentType(Answer answer) {
    return answer.header("Content-Type").replace(" ", "").toLowerCase(Locale.ROOT);
  }

  private static String of(String name, String labels) {
    return "accepted_" + name + "{" + labels + "type=\"simulation\"}";
  }

  @Test
  void whatHappensIsCounted() {
    String accepted = of("submissions_total", "outcome=\"accepted\",");
    String invalid = of("submissions_total", "outcome=\"invalid-input\",");
    String succeeded = of("jobs_finished_total", "status=\"succeeded\",");
    String attempts = of("attempts_total", "outcome=\"succeeded\",");
    Samples before = scrape();
    for (int i = 0; i < 3; i++) {
      api.finished("{\"duration\":\"PT0S\"}", "");
    }
    api.postJson("/api/simulations", "{\"duration\":1}");
    Samples after = scrape();

    for (String counter : new String[] {accepted, succeeded, attempts}) {
      assertThat(after.value(counter) - before.value(counter))
          .as(counter)
          .isGreaterThanOrEqualTo(3);
    }
    assertThat(after.value(invalid) - before.value(invalid)).isEqualTo(1);
    for (String histogram : new String[] {"job_wait_seconds", "job_duration_seconds"}) {
      assertThat(after.value(of(histogram + "_count", ""))).isGreaterThanOrEqualTo(3);
    }
    assertThat(after.value("accepted_commit_seconds_count")).isPositive();
    assertThat(after.value("accepted_commit_waiting_writes")).isNotNegative();
    assertThat(after.value(of("queue_depth", ""))).isNotNegative();
    assertThat(after.value(of("queue_oldest_age_seconds", ""))).isNotNegative();
    assertThat(after.value(of("type_slots", ""))).isPositive();
    assertThat(after.value("accepted_slots")).isPositive();
  }

  @Test
  void theMachineIsMeasuredToo() {
    Samples samples = scrape();

    for (String name :
        new String[] {
          "jvm_memory_used_bytes{area=\"heap\"}",
          "jvm_threads_current",
          "process_cpu_seconds_total",
          "process_start_time_seconds"
        }) {
      assertThat(samples.value(name)).as(name).isPositive();
    }
    assertThat(samples.all().keySet())
        .anyMatch(name -> name.startsWith("jvm_gc_collection_seconds_count"));
  }

  @Test
  void theFormatIsTheOneTheScraperLikesBest() {
    assertThat(contentType(api.get("/metrics"))).isEqualTo(TEXT);
    Answer open = api.get("/metrics", "Accept", SCRAPER);
    assertThat(contentType(open)).isEqualTo(OPEN_METRICS);
    assertThat(open.text()).endsWith("# EOF\n");
    assertThat(new Samples(open.text()).find("accepted_slots")).isPresent();
    for (String accept :
        new String[] {"*/*", "text/html", "application/openmetrics-text;q=0, text/*"}) {
      assertThat(contentType(api.get("/metrics", "Accept", accept))).as(accept).isEqualTo(TEXT);
    }
  }

  @Test
  void itIsAGoodHttpResource() {
    Answer head = api.send("HEAD", "/metrics", BodyPublishers.noBody());
    assertThat(head.status()).isEqualTo(200);
    assertThat(head.body()).isEmpty();
    assertThat(api.get("/metrics").header("Cache-Control")).isEqualTo("no-store");
    assertThat(api.send("OPTIONS", "/metrics", BodyPublishers.noBody()).header("Allow"))
        .isEqualTo("GET, HEAD, OPTIONS");
    Answer post = api.post("/metrics");
    assertThat(post.status()).isEqualTo(405);
    assertThat(post.header("Allow")).isEqualTo("GET, HEAD, OPTIONS");
  }

  @Test
  void requestsThatWaitAreCounted() throws Exception {
    String job = api.simulate("{\"duration\":\"PT60S\"}", "");
    double before = scrape().value(WAITING);
    CompletableFuture<Answer> waiting = api.getLater(job, "Prefer", "wait=25");
    while (scrape().value(WAITING) <= before) {
      assertThat(waiting).isNotDone();
    }
    api.post(job + "/cancel");
    waiting.get(20, TimeUnit.SECONDS);
  }

  @Test
  void streamsAndWhatTheyTellAreCounted() throws Exception {
    String job = api.simulate("{\"duration\":\"PT0S\"}", "?runAt=" + Api.inAnHour());
    double open = scrape().value(STREAMS);
    double told = scrape().value(EVENTS);
    try (SseClient events = SseClient.open(job + "/events")) {
      events.next();
      assertThat(scrape().value(STREAMS)).isPositive();
      assertThat(scrape().value(EVENTS)).isGreaterThan(told);
      api.post(job + "/cancel");
      assertThat(events.rest()).hasSize(1);
    }
    while (scrape().value(STREAMS) > open) {
      Thread.onSpinWait();
    }
    assertThat(scrape().value(EVENTS)).isGreaterThanOrEqualTo(told + 2);
  }

  @Test
  void aServerThatWorksIsAliveAndReady() {
    Api health = new Api(healthServer());
    for (String path : new String[] {"/health/live", "/health/ready"}) {
      Answer answer = health.get(path);
      assertThat(answer.status()).as(answer.text()).isEqualTo(200);
      assertThat(answer.text("status")).isEqualTo("UP");
    }
    assertThat(health.get("/health/live").text()).contains("store-writer", "timers");
    assertThat(health.get("/health/ready").text()).contains("job-store", "node-serves");
  }

  private static String healthServer() {
    boolean ownPort = System.getProperty("arquillian.launch").equals("wildfly");
    return ownPort
        ? "http://127.0.0.1:" + System.getProperty("test.port.management")
        : System.getProperty("accepted.url");
  }
}
