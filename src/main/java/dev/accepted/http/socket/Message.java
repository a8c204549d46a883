package dev.accepted.http.socket;

import dev.accepted.http.problem.Problem;
import dev.accepted.http.problem.ProblemType;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.util.List;
import java.util.Set;

/**
 * What a client says: {@code {"subscribe":["id",…],"unsubscribe":["id",…]}}, either of them, with
 * {@code "*"} for all jobs.
 */
record Message(List<String> subscribe, List<String> unsubscribe) {

  /** {@code Json.create…} would look for a provider on the class path each time. */
  private static final JsonProvider JSON = JsonProvider.provider();

  /** All jobs that the socket's query lets through. */
  static final String ALL = "*";

  private static final String SUBSCRIBE = "subscribe";
  private static final String UNSUBSCRIBE = "unsubscribe";

  /**
   * Reads a message.
   *
   * @throws Problem if it can't be understood
   */
  static Message parse(String text) {
    try (JsonReader reader = JSON.createReader(new StringReader(text))) {
      JsonObject json = reader.readObject();
      if (json.isEmpty() || !Set.of(SUBSCRIBE, UNSUBSCRIBE).containsAll(json.keySet())) {
        throw unusable();
      }
      return new Message(ids(json, SUBSCRIBE), ids(json, UNSUBSCRIBE));
    } catch (JsonException | IllegalStateException malformed) {
      throw unusable();
    }
  }

  private static List<String> ids(JsonObject json, String name) {
    JsonValue value = json.get(name);
    if (value == null) {
      return List.of();
    }
    if (value.getValueType() == JsonValue.ValueType.STRING) {
      return List.of(((JsonString) value).getString());
    }
    if (value.getValueType() != JsonValue.ValueType.ARRAY
        || !value.asJsonArray().stream().allMatch(JsonString.class::isInstance)) {
      throw unusable();
    }
    return value.asJsonArray().getValuesAs(JsonString::getString);
  }

  private static Problem unusable() {
    return Problem.of(
        ProblemType.BAD_REQUEST,
        "A message is {\"subscribe\":[…]} or {\"unsubscribe\":[…]} with ids of jobs, or \"*\".");
  }
}
