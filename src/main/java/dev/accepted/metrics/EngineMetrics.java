package dev.accepted.metrics;

import dev.accepted.engine.AttemptOutcome;
import dev.accepted.engine.EngineObserver;
import dev.accepted.engine.intake.SubmissionOutcome;
import dev.accepted.job.Job;
import dev.accepted.job.JobEvent.Kind;
import dev.accepted.job.JobStatus;
import dev.accepted.webhooks.DeliveryOutcome;
import io.prometheus.metrics.core.datapoints.CounterDataPoint;
import io.prometheus.metrics.core.datapoints.DistributionDataPoint;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Counts what the engine and the store tell. The types that there are have their names for labels;
 * whatever else is asked for, or was left by an earlier server, goes under one.
 */
final class EngineMetrics implements EngineObserver {

  private static final String UNKNOWN = "unknown";
  private static final double NANOS = 1e9;

  private final Metrics metrics;
  private final DistributionDataPoint batchSize;
  private final DistributionDataPoint commitSeconds;
  private final Map<Fault, CounterDataPoint> faults = new EnumMap<>(Fault.class);
  private final Map<DeliveryOutcome, CounterDataPoint> sendings =
      new EnumMap<>(DeliveryOutcome.class);
  private final DistributionDataPoint sendingSeconds;
  private final CounterDataPoint deadDeliveries;
  private volatile Map<String, TypeMetrics> types = Map.of();
  private @Nullable TypeMetrics unknown;

  EngineMetrics(Metrics metrics) {
    this.metrics = metrics;
    batchSize = metrics.batchSize.labelValues();
    commitSeconds = metrics.commitSeconds.labelValues();
    for (Fault fault : Fault.values()) {
      faults.put(fault, metrics.storeErrors.labelValues(TypeMetrics.label(fault)));
    }
    sendingSeconds = metrics.sendingSeconds.labelValues();
    deadDeliveries = metrics.deadDeliveries.labelValues();
    for (DeliveryOutcome outcome : DeliveryOutcome.values()) {
      sendings.put(outcome, metrics.sendings.labelValues(TypeMetrics.label(outcome)));
    }
  }

  @Override
  public void registered(Collection<String> names) {
    Map<String, TypeMetrics> byName = new HashMap<>();
    names.forEach(name -> byName.put(name, new TypeMetrics(metrics, name)));
    types = byName;
  }

  private TypeMetrics of(String type) {
    TypeMetrics known = types.get(type);
    return known == null ? unknown() : known;
  }

  private synchronized TypeMetrics unknown() {
    if (unknown == null) {
      unknown = new TypeMetrics(metrics, UNKNOWN);
    }
    return unknown;
  }

  @Override
  public void submitted(String type, SubmissionOutcome outcome) {
    of(type).submitted(outcome);
  }

  @Override
  public void changed(Job before, Job after, Kind kind) {
    TypeMetrics type = of(after.type());
    if (kind == Kind.STARTED) {
      type.waited(millis(before.state().updatedAt(), after.state().startedAt()));
    } else if (AttemptOutcome.isEnd(before, after)) {
      ended(type, before, after);
    }
    if (after.status().isFinal() && !before.status().isFinal()) {
      type.finished(after.status());
    }
  }

  private static void ended(TypeMetrics type, Job before, Job after) {
    AttemptOutcome outcome = AttemptOutcome.of(after);
    type.ended(outcome);
    if (outcome != AttemptOutcome.INTERRUPTED && outcome != AttemptOutcome.RELEASED) {
      type.took(millis(before.state().startedAt(), after.state().updatedAt()));
    }
  }

  /** Without an object in between; never negative, however the clock was set meanwhile. */
  private static long millis(@Nullable Instant from, @Nullable Instant to) {
    return from == null || to == null ? 0 : Math.max(0, to.toEpochMilli() - from.toEpochMilli());
  }

  @Override
  public void gone(Job last, Kind kind) {
    if (last.status() == JobStatus.RUNNING) {
      of(last.type()).ended(AttemptOutcome.REMOVED);
    }
  }

  @Override
  public void committed(int writes, long nanos) {
    batchSize.observe(writes);
    commitSeconds.observe(nanos / NANOS);
  }

  @Override
  public void sent(DeliveryOutcome outcome, Duration took) {
    CounterDataPoint point = sendings.get(outcome);
    if (point != null) {
      point.inc();
    }
    sendingSeconds.observe(Metrics.seconds(took));
  }

  @Override
  public void died() {
    deadDeliveries.inc();
  }

  @Override
  public void failed(Fault fault) {
    CounterDataPoint point = faults.get(fault);
    if (point != null) {
      point.inc();
    }
  }
}
