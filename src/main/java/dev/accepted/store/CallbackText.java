package dev.accepted.store;

import dev.accepted.job.Callback;
import dev.accepted.job.JobEvent.Kind;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How a callback stands in its column: JSON, or null for none. */
final class CallbackText {

  /** {@code Json.create…} would look for a provider on the class path each time. */
  private static final JsonProvider JSON = JsonProvider.provider();

  private static final String SECRET = "secret";

  private CallbackText() {}

  static @Nullable String of(@Nullable Callback callback) {
    if (callback == null) {
      return null;
    }
    JsonArrayBuilder events = JSON.createArrayBuilder();
    callback.events().stream().sorted().forEach(kind -> events.add(kind.name()));
    JsonObjectBuilder json =
        JSON.createObjectBuilder()
            .add("url", callback.url())
            .add("events", events)
            .add("links", callback.links());
    if (callback.secret() != null) {
      json.add(SECRET, callback.secret());
    }
    return json.build().toString();
  }

  static @Nullable Callback read(@Nullable String text) {
    if (text == null) {
      return null;
    }
    try (JsonReader reader = JSON.createReader(new StringReader(text))) {
      JsonObject json = reader.readObject();
      return new Callback(
          json.getString("url"),
          json.getJsonArray("events").getValuesAs(JsonString.class).stream()
              .map(kind -> Kind.valueOf(kind.getString()))
              .collect(Collectors.toSet()),
          json.containsKey(SECRET) ? json.getString(SECRET) : null,
          json.getString("links"));
    }
  }
}
