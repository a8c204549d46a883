package dev.accepted.metrics;

import io.prometheus.metrics.core.datapoints.CounterDataPoint;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Counts what goes on: event streams, sockets, followed logs, downloads. Each series is looked up
 * once, so that counting costs no look-up by its label and makes no object.
 */
public final class StreamMetrics {

  /** What goes on. */
  public enum Kind {
    /** Server-sent events. */
    EVENTS,
    /** A WebSocket. */
    SOCKET,
    /** A log that is followed. */
    LOG,
    /** A long result, file or log on its way to its client. */
    CONTENT
  }

  private final Map<Kind, AtomicInteger> open = new EnumMap<>(Kind.class);
  private final Map<Kind, CounterDataPoint> sent = new EnumMap<>(Kind.class);
  private final Map<Kind, CounterDataPoint> dropped = new EnumMap<>(Kind.class);
  private final CounterDataPoint historyLost;

  StreamMetrics(Metrics metrics) {
    for (Kind kind : Kind.values()) {
      String label = TypeMetrics.label(kind);
      open.put(kind, new AtomicInteger());
      sent.put(kind, metrics.streamEvents.labelValues(label));
      dropped.put(kind, metrics.streamsDropped.labelValues(label));
    }
    historyLost = metrics.historyLost.labelValues();
  }

  /** How many there are of each kind, by the kind's label. */
  Map<String, Integer> open() {
    return Stream.of(Kind.values())
        .collect(Collectors.toMap(TypeMetrics::label, kind -> of(open, kind).get()));
  }

  private static <T> T of(Map<Kind, T> all, Kind kind) {
    return Objects.requireNonNull(all.get(kind));
  }

  /** One more goes on. */
  public void opened(Kind kind) {
    of(open, kind).incrementAndGet();
  }

  /** One goes on no more, whoever ended it. */
  public void closed(Kind kind) {
    of(open, kind).decrementAndGet();
  }

  /** Events were sent, or of a log, lines. */
  public void sent(Kind kind, int number) {
    of(sent, kind).inc(number);
  }

  /** One was broken off: its client has taken or said nothing for a minute. */
  public void dropped(Kind kind) {
    of(dropped, kind).inc();
  }

  /** Somebody came back for what the journal doesn't have any more. */
  public void historyLost() {
    historyLost.inc();
  }
}
