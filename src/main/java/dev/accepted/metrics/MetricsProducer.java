package dev.accepted.metrics;

import dev.accepted.engine.EngineObserver;
import dev.accepted.engine.Gauges;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Hands out who counts, and what has been counted. */
@ApplicationScoped
public class MetricsProducer {

  /** Without the engine's gauges, which come later: the engine needs its observer first. */
  @Produces
  @Singleton
  Metrics metrics() {
    return new Metrics();
  }

  @Produces
  @Singleton
  public EngineObserver observer(Metrics metrics) {
    return new EngineMetrics(metrics);
  }

  @Produces
  @Singleton
  public WaitingRequests waiting() {
    return new WaitingRequests();
  }

  @Produces
  @Singleton
  public StreamMetrics streams(Metrics metrics) {
    return new StreamMetrics(metrics);
  }

  @Produces
  @Singleton
  public ThrottleMetrics throttle(Metrics metrics) {
    return new ThrottleMetrics(metrics);
  }

  @Produces
  @Singleton
  public Exposition exposition(
      Metrics metrics,
      Gauges gauges,
      WaitingRequests waiting,
      StreamMetrics streams,
      ThrottleMetrics throttle) {
    metrics.read(gauges, waiting, streams, throttle);
    JvmMetrics.register(metrics.registry);
    return new Exposition(metrics.registry);
  }
}
