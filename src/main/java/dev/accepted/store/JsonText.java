package dev.accepted.store;

import dev.accepted.job.AttemptError;
import dev.accepted.job.LogLine;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How names, labels, errors and log lines stand in their columns: JSON, or null for none. */
final class JsonText {

  /** {@code Json.create…} would look for a provider on the class path each time. */
  private static final JsonProvider JSON = JsonProvider.provider();

  private JsonText() {}

  static @Nullable String ofLabels(Map<String, String> labels) {
    if (labels.isEmpty()) {
      return null;
    }
    JsonObjectBuilder json = JSON.createObjectBuilder();
    labels.forEach(json::add);
    return json.build().toString();
  }

  static Map<String, String> labels(@Nullable String text) {
    if (text == null) {
      return Map.of();
    }
    try (JsonReader reader = JSON.createReader(new StringReader(text))) {
      return reader.readObject().entrySet().stream()
          .collect(
              Collectors.toUnmodifiableMap(
                  Map.Entry::getKey, entry -> ((JsonString) entry.getValue()).getString()));
    }
  }

  static @Nullable String ofNames(List<String> names) {
    return names.isEmpty() ? null : JSON.createArrayBuilder(names).build().toString();
  }

  static List<String> names(@Nullable String text) {
    if (text == null) {
      return List.of();
    }
    try (JsonReader reader = JSON.createReader(new StringReader(text))) {
      return reader.readArray().getValuesAs(JsonString::getString);
    }
  }

  static @Nullable String ofErrors(List<AttemptError> errors) {
    if (errors.isEmpty()) {
      return null;
    }
    JsonArrayBuilder json = JSON.createArrayBuilder();
    for (AttemptError error : errors) {
      json.add(
          JSON.createObjectBuilder()
              .add("attempt", error.attempt())
              .add("at", error.at().toString())
              .add("code", error.code())
              .add("message", error.message()));
    }
    return json.build().toString();
  }

  static List<AttemptError> errors(@Nullable String text) {
    if (text == null) {
      return List.of();
    }
    try (JsonReader reader = JSON.createReader(new StringReader(text))) {
      JsonArray array = reader.readArray();
      return array.getValuesAs(JsonObject.class).stream().map(JsonText::error).toList();
    }
  }

  static @Nullable String ofLines(List<LogLine> lines) {
    if (lines.isEmpty()) {
      return null;
    }
    JsonArrayBuilder json = JSON.createArrayBuilder();
    for (LogLine line : lines) {
      json.add(
          JSON.createObjectBuilder()
              .add("number", line.number())
              .add("attempt", line.attempt())
              .add("at", line.at().toString())
              .add("text", line.text()));
    }
    return json.build().toString();
  }

  static List<LogLine> lines(@Nullable String text) {
    if (text == null) {
      return List.of();
    }
    try (JsonReader reader = JSON.createReader(new StringReader(text))) {
      return reader.readArray().getValuesAs(JsonObject.class).stream().map(JsonText::line).toList();
    }
  }

  private static LogLine line(JsonObject json) {
    return new LogLine(
        json.getJsonNumber("number").longValue(),
        json.getInt("attempt"),
        Instant.parse(json.getString("at")),
        json.getString("text"));
  }

  private static AttemptError error(JsonObject json) {
    return new AttemptError(
        json.getInt("attempt"),
        Instant.parse(json.getString("at")),
        json.getString("code"),
        json.getString("message"));
  }
}
