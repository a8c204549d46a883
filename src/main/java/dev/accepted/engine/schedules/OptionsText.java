package dev.accepted.engine.schedules;

import dev.accepted.engine.intake.RequestedCallback;
import dev.accepted.engine.intake.RequestedOptions;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How the options of a schedule's jobs stand in its row: JSON, with what was asked for. */
public final class OptionsText {

  /** {@code Json.create…} would look for a provider on the class path each time. */
  private static final JsonProvider JSON = JsonProvider.provider();

  private static final String PRIORITY = "priority";
  private static final String TIMEOUT = "timeout";
  private static final String RETAIN = "retain";
  private static final String MAX_ATTEMPTS = "maxAttempts";
  private static final String LABELS = "labels";
  private static final String CALLBACK = "callback";
  private static final String URL = "url";
  private static final String EVENTS = "events";
  private static final String SECRET = "secret";

  private OptionsText() {}

  static String of(RequestedOptions options) {
    JsonObjectBuilder json = JSON.createObjectBuilder();
    if (options.priority() != null) {
      json.add(PRIORITY, options.priority());
    }
    if (options.timeout() != null) {
      json.add(TIMEOUT, options.timeout().toString());
    }
    if (options.retain() != null) {
      json.add(RETAIN, options.retain().toString());
    }
    if (options.maxAttempts() != null) {
      json.add(MAX_ATTEMPTS, options.maxAttempts());
    }
    JsonObjectBuilder labels = JSON.createObjectBuilder();
    options.labels().forEach(labels::add);
    json.add(LABELS, labels);
    if (options.callback() != null) {
      json.add(CALLBACK, callback(options.callback()));
    }
    return json.build().toString();
  }

  private static JsonObjectBuilder callback(RequestedCallback callback) {
    JsonObjectBuilder json = JSON.createObjectBuilder().add(URL, callback.url());
    if (callback.events() != null) {
      json.add(EVENTS, JSON.createArrayBuilder(callback.events()));
    }
    if (callback.secret() != null) {
      json.add(SECRET, callback.secret());
    }
    return json;
  }

  /** What was asked for. */
  public static RequestedOptions read(String text) {
    try (JsonReader reader = JSON.createReader(new StringReader(text))) {
      JsonObject json = reader.readObject();
      return new RequestedOptions(
          number(json, PRIORITY),
          null,
          duration(json, TIMEOUT),
          duration(json, RETAIN),
          number(json, MAX_ATTEMPTS),
          json.getJsonObject(LABELS).entrySet().stream()
              .collect(
                  Collectors.toMap(
                      Map.Entry::getKey, label -> ((JsonString) label.getValue()).getString())),
          callback(json.getJsonObject(CALLBACK)));
    }
  }

  private static @Nullable RequestedCallback callback(@Nullable JsonObject json) {
    if (json == null) {
      return null;
    }
    JsonArray events = json.getJsonArray(EVENTS);
    List<String> names = events == null ? null : events.getValuesAs(JsonString::getString);
    return new RequestedCallback(json.getString(URL), names, json.getString(SECRET, null));
  }

  private static @Nullable Integer number(JsonObject json, String name) {
    return json.containsKey(name) ? json.getInt(name) : null;
  }

  private static @Nullable Duration duration(JsonObject json, String name) {
    return json.containsKey(name) ? Duration.parse(json.getString(name)) : null;
  }
}
