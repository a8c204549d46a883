package dev.accepted.types.inspections.dialogue;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A request and what came of it.
 *
 * @param index from 1, in the order they were made
 * @param at when it was sent
 * @param answer null if there was none
 * @param failure why not, in a word: {@code timeout}, {@code connection-refused}, …; null if there
 *     was an answer
 */
public record Exchange(
    int index,
    Purpose purpose,
    Call call,
    Instant at,
    Duration took,
    @Nullable Answer answer,
    @Nullable String failure) {

  private static final int KIND = 100;

  /** The answer's status; 0 if there was none. */
  public int status() {
    return answer == null ? 0 : answer.status();
  }

  /** Whether the status is of that hundred: 2 for 2xx. */
  public boolean isOf(int kind) {
    return status() / KIND == kind;
  }

  /** The first value of a header of the answer. */
  public Optional<String> header(String name) {
    return headers().first(name);
  }

  /** The headers of the answer; none if there was none. */
  public Headers headers() {
    return answer == null ? Headers.NONE : answer.headers();
  }

  /** The body of the answer, if there was one. */
  public Optional<Body> body() {
    return answer == null ? Optional.empty() : Optional.of(answer.body());
  }

  /** The beginning of the answer's body; empty if there was none. */
  public String text() {
    return body().map(Body::text).orElse("");
  }

  /** True if a body came. */
  public boolean hasBody() {
    return body().filter(body -> !body.isEmpty()).isPresent();
  }

  /** The object of JSON that the answer's body is, if it is one. */
  public Optional<JsonObject> object() {
    return body().flatMap(Body::object);
  }

  /** The media type of the answer without parameters, in lower case; empty if it says none. */
  public String mediaType() {
    return header("Content-Type").orElse("").split(";", -1)[0].strip().toLowerCase(Locale.ROOT);
  }

  /** Whether the answer's media type is JSON or made of it. */
  public boolean saysJson() {
    String type = mediaType();
    return type.equals("application/json") || type.endsWith("+json");
  }

  /** True if it was turned away for asking too often, or for now. */
  public boolean isThrottled() {
    return status() == 429 || status() == 503;
  }

  /** When the answer was there. */
  public Instant end() {
    return at.plus(took);
  }
}
