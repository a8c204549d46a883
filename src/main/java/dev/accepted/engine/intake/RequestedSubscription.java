package dev.accepted.engine.intake;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A subscription as a client asked for it.
 *
 * @param types names of job types; null for all
 * @param events names of events; null for all
 * @param labels that a job must have; empty for none
 * @param secret null for one that is made here
 */
public record RequestedSubscription(
    String url,
    @Nullable List<String> types,
    @Nullable List<String> events,
    Map<String, String> labels,
    @Nullable String secret) {

  public RequestedSubscription {
    types = types == null ? null : List.copyOf(types);
    events = events == null ? null : List.copyOf(events);
    labels = Map.copyOf(labels);
  }

  /** The secret stays out of logs. */
  @Override
  public String toString() {
    return "RequestedSubscription[types=" + types + ", events=" + events + ']';
  }
}
