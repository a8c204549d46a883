package dev.accepted.metrics;

import dev.accepted.engine.Gauges;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;

/**
 * Every metric of this application, named once. Of what servers and JVMs measure by themselves,
 * {@link JvmMetrics} has a part.
 */
final class Metrics {

  private static final String TYPE = "type";
  private static final String OUTCOME = "outcome";
  private static final String KIND = "kind";
  private static final double NANOS = 1e9;

  /** From a job that does nothing to one that takes hours; in seconds. */
  private static final double[] JOB_SECONDS = {
    0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 900, 3600,
    14400
  };

  private static final double[] COMMIT_SECONDS = {
    0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10
  };

  private static final double[] SENDING_SECONDS = {
    0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 20
  };

  private static final double[] BATCH_SIZES = {1, 2, 4, 8, 16, 32, 64, 128, 256};

  /** All of them; of this application alone, which may be deployed anew in the same JVM. */
  final PrometheusRegistry registry = new PrometheusRegistry();

  final Counter submissions =
      counter("accepted_submissions", "Submissions by what became of them.", TYPE, OUTCOME);

  final Histogram wait =
      histogram(
          "accepted_job_wait_seconds",
          "From the moment a job was ready for a slot to the start of its attempt.",
          JOB_SECONDS,
          TYPE);

  final Histogram duration =
      histogram(
          "accepted_job_duration_seconds",
          "From the start of an attempt to its end, unless its server stopped meanwhile.",
          JOB_SECONDS,
          TYPE);

  final Counter attempts =
      counter("accepted_attempts", "Attempts that have ended, by how they did.", TYPE, OUTCOME);

  final Counter finished =
      counter("accepted_jobs_finished", "Finished jobs by their final status.", TYPE, "status");

  final Histogram batchSize =
      histogram("accepted_commit_batch_size", "Writes in one transaction.", BATCH_SIZES);

  final Histogram commitSeconds =
      histogram(
          "accepted_commit_seconds",
          "One transaction of the store's writer, with its commit.",
          COMMIT_SECONDS);

  final Counter storeErrors =
      counter("accepted_store_errors", "What the store could not do, or would not.", KIND);

  final Counter streamEvents =
      counter("accepted_stream_events", "Events sent to streams and sockets; lines of logs.", KIND);

  final Counter streamsDropped =
      counter(
          "accepted_streams_dropped",
          "Streams, sockets and followed logs broken off, as their client took or said nothing.",
          KIND);

  final Counter historyLost =
      counter(
          "accepted_streams_history_lost",
          "Streams and sockets that came back for more than the journal has.");

  final Counter sendings =
      counter("accepted_webhook_attempts", "Deliveries sent, by what came of it.", OUTCOME);

  final Histogram sendingSeconds =
      histogram(
          "accepted_webhook_attempt_seconds",
          "From the look-up of a receiver's name to the end of its answer.",
          SENDING_SECONDS);

  final Counter deadDeliveries =
      counter("accepted_webhook_dead", "Deliveries that were given up, tried often enough.");

  final Counter throttled =
      counter("accepted_throttled", "Requests refused as too many or too soon.", "policy");

  final Counter offenderRequests =
      counter("accepted_offender_requests", "Requests of those that are not listened to.");

  private Counter counter(String name, String help, String... labels) {
    return Counter.builder()
        .name(name)
        .help(help)
        .labelNames(labels)
        .withoutExemplars()
        .register(registry);
  }

  /** With fixed buckets: what any Prometheus reads, at a bounded size. */
  private Histogram histogram(String name, String help, double[] buckets, String... labels) {
    return Histogram.builder()
        .name(name)
        .help(help)
        .labelNames(labels)
        .classicOnly()
        .classicUpperBounds(buckets)
        .withoutExemplars()
        .register(registry);
  }

  /** Adds what is read off at each scrape. */
  void read(
      Gauges gauges, WaitingRequests waiting, StreamMetrics streams, ThrottleMetrics throttle) {
    byType(
        "accepted_queue_depth",
        "Jobs that are ready for a slot, of all nodes that share the store; a few seconds old.",
        () -> gauges.queues(Gauges.Queue::depth));
    byType(
        "accepted_queue_oldest_age_seconds",
        "How long ago the oldest ready job was wanted, of all nodes that share the store.",
        () -> gauges.queues(queue -> seconds(queue.oldest())));
    GaugeWithCallback.builder()
        .name("accepted_nodes")
        .help("Nodes that hold a lease in the store, this one among them.")
        .callback(callback -> gauges.nodes().ifPresent(callback::call))
        .register(registry);
    single(
        "accepted_lease_age_seconds",
        "How long ago this node renewed its lease; 0 where the store is not shared.",
        () -> seconds(gauges.leaseAge()));
    single("accepted_slots", "Jobs that may run at once on this node.", gauges::slots);
    single("accepted_slots_in_use", "Jobs that run on this node.", gauges::slotsInUse);
    single(
        "accepted_abandoned_threads",
        "Threads in job code that does not stop and was given up.",
        gauges::abandonedThreads);
    byType(
        "accepted_type_slots",
        "Jobs of a type that may run at once on this node.",
        gauges::typeSlots);
    byType(
        "accepted_type_slots_in_use",
        "Jobs of a type that run on this node.",
        gauges::typeSlotsInUse);
    single(
        "accepted_commit_waiting_writes", "Writes that wait for the store.", gauges::waitingWrites);
    GaugeWithCallback.builder()
        .name("accepted_webhook_deliveries_waiting")
        .help(
            "Deliveries that are to be sent, by all nodes that share the store, up to 100,000; a few seconds old.")
        .callback(callback -> gauges.waitingDeliveries().ifPresent(callback::call))
        .register(registry);
    single(
        "accepted_webhook_subscriptions_active",
        "Standing subscriptions that are told what happens.",
        gauges::activeSubscriptions);
    single(
        "accepted_requests_waiting",
        "Requests that wait for news of a job (Prefer: wait).",
        waiting::count);
    by(
        KIND,
        "accepted_streams",
        "Event streams, sockets and followed logs on this node.",
        streams::open);
    single(
        "accepted_offenders_blocked",
        "Callers and addresses that this node does not listen to for a while.",
        throttle::blocked);
  }

  private void single(String name, String help, DoubleSupplier value) {
    GaugeWithCallback.builder()
        .name(name)
        .help(help)
        .callback(callback -> callback.call(value.getAsDouble()))
        .register(registry);
  }

  private void byType(
      String name, String help, Supplier<? extends Map<String, ? extends Number>> values) {
    by(TYPE, name, help, values);
  }

  private void by(
      String label,
      String name,
      String help,
      Supplier<? extends Map<String, ? extends Number>> values) {
    GaugeWithCallback.builder()
        .name(name)
        .help(help)
        .labelNames(label)
        .callback(
            callback ->
                values.get().forEach((word, value) -> callback.call(value.doubleValue(), word)))
        .register(registry);
  }

  static double seconds(Duration duration) {
    return duration.toNanos() / NANOS;
  }
}
