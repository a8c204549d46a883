package dev.accepted.engine.intake;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The options of a submission as its client gave them; null where it left the choice to the server.
 */
public record RequestedOptions(
    @Nullable Integer priority,
    @Nullable Instant runAt,
    @Nullable Duration timeout,
    @Nullable Duration retain,
    @Nullable Integer maxAttempts,
    Map<String, String> labels,
    @Nullable RequestedCallback callback) {

  /** All left to the server. */
  public static final RequestedOptions NONE =
      new RequestedOptions(null, null, null, null, null, Map.of(), null);

  public RequestedOptions {
    labels = Map.copyOf(labels);
  }

  /** The same with other labels. */
  public RequestedOptions with(Map<String, String> others) {
    return new RequestedOptions(priority, runAt, timeout, retain, maxAttempts, others, callback);
  }

  /** The same with another callback. */
  public RequestedOptions with(@Nullable RequestedCallback other) {
    return new RequestedOptions(priority, runAt, timeout, retain, maxAttempts, labels, other);
  }

  /** With no callback. */
  public RequestedOptions(
      @Nullable Integer priority,
      @Nullable Instant runAt,
      @Nullable Duration timeout,
      @Nullable Duration retain,
      @Nullable Integer maxAttempts,
      Map<String, String> labels) {
    this(priority, runAt, timeout, retain, maxAttempts, labels, null);
  }
}
