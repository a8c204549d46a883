package dev.accepted.http.submission;

import dev.accepted.engine.intake.RequestedCallback;
import dev.accepted.http.problem.Problem;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The callback of an envelope: {@code {"url", "events", "secret"}}. */
final class CallbackMember {

  private static final String URL = "url";
  private static final String EVENTS = "events";
  private static final String SECRET = "secret";

  private CallbackMember() {}

  /**
   * Reads it; null if there is none. What it may hold is for the engine to say.
   *
   * @throws Problem 400 if it is of another form
   */
  static @Nullable RequestedCallback read(JsonObject envelope) {
    JsonValue member = envelope.get(OptionTexts.CALLBACK);
    if (member == null) {
      return null;
    }
    if (member instanceof JsonObject callback
        && Set.of(URL, EVENTS, SECRET).containsAll(callback.keySet())
        && callback.get(URL) instanceof JsonString url) {
      return new RequestedCallback(url.getString(), events(callback), secret(callback));
    }
    throw malformed();
  }

  private static @Nullable List<String> events(JsonObject callback) {
    JsonValue events = callback.get(EVENTS);
    if (events == null) {
      return null;
    }
    if (events instanceof JsonArray names
        && names.stream().allMatch(name -> name instanceof JsonString)) {
      return names.getValuesAs(JsonString::getString);
    }
    throw malformed();
  }

  private static @Nullable String secret(JsonObject callback) {
    JsonValue secret = callback.get(SECRET);
    if (secret == null || secret instanceof JsonString) {
      return callback.getString(SECRET, null);
    }
    throw malformed();
  }

  private static Problem malformed() {
    return Problem.parameter(
        OptionTexts.CALLBACK,
        "\"callback\" is a JSON object with the strings \"url\" and, if you like, \"secret\", and a list of strings \"events\".");
  }
}
