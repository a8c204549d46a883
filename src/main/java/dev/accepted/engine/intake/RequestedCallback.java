package dev.accepted.engine.intake;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A callback as a client asked for it.
 *
 * @param events names of events; null for the usual ones
 * @param secret null for the server's own
 */
public record RequestedCallback(
    String url, @Nullable List<String> events, @Nullable String secret) {

  public RequestedCallback {
    events = events == null ? null : List.copyOf(events);
  }

  /** All of it, for a fingerprint. */
  String all() {
    return url + ' ' + events + ' ' + secret;
  }

  /** The secret stays out of logs. */
  @Override
  public String toString() {
    return "RequestedCallback[events=" + events + ']';
  }
}
