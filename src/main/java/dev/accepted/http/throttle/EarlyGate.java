package dev.accepted.http.throttle;

import dev.accepted.guard.throttle.Offenders;
import dev.accepted.guard.throttle.Visitor;
import dev.accepted.metrics.ThrottleMetrics;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * The gate for a server that can turn a request away before it makes one of servlets of it. It
 * turns away nobody whom the {@link Gate} would let through.
 */
public final class EarlyGate {

  private final Visitors visitors;
  private final Offenders offenders;
  private final ThrottleMetrics metrics;
  private final DeafAnswer deaf;

  EarlyGate(Visitors visitors, Offenders offenders, ThrottleMetrics metrics, DeafAnswer deaf) {
    this.visitors = visitors;
    this.offenders = offenders;
    this.metrics = metrics;
    this.deaf = deaf;
  }

  /** Who is told, in the attribute of the servlet context with its name, when there is a gate. */
  @FunctionalInterface
  public interface Listener {

    /** From now on it can be asked. */
    void open(EarlyGate gate);
  }

  /**
   * For how many more seconds nothing of a request's sender is listened to; 0 if it is, or if that
   * can't be told yet. It counts as turned away otherwise.
   *
   * @param peer the connection's other end
   * @param headers all lines of a header, by its name
   */
  public long blockedSeconds(String peer, Function<String, List<String>> headers) {
    Optional<Visitor> visitor = visitors.of(peer, headers);
    long seconds = visitor.map(offenders::blockedSeconds).orElse(0L);
    if (seconds > 0) {
      metrics.offenderRequest();
    }
    return seconds;
  }

  /** The status code of the answer. */
  public int status() {
    return deaf.status();
  }

  /** Its headers, but for {@code Connection}. */
  public void headers(long seconds, BiConsumer<String, String> header) {
    deaf.headers(seconds, header);
  }

  /** Its body; not to be changed. */
  public byte[] document() {
    return deaf.document();
  }
}
