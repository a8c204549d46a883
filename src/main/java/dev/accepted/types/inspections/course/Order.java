package dev.accepted.types.inspections.course;

import dev.accepted.types.inspections.dialogue.Headers;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to be inspected, every default filled in.
 *
 * @param method one of {@link #METHODS}
 * @param headers for the origin of the URL, and no other
 * @param body what is submitted; null for nothing
 * @param time how long it may take; what was seen until then is told
 */
public record Order(
    URI url,
    String method,
    Headers headers,
    @Nullable String body,
    boolean allowRemoval,
    boolean allowCancel,
    Duration time) {

  /** How APIs take submissions. */
  public static final List<String> METHODS = List.of("POST", "PUT", "PATCH", "GET");

  /** How long an inspection takes at most. */
  public static final Duration LONGEST = Duration.ofMinutes(15);
}
