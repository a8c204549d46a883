package dev.accepted.http.openapi;

import dev.accepted.job.TextResource;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import java.io.StringReader;

/** Parts of the document, and how they become one. */
final class Fragments {

  private Fragments() {}

  /** A part that was written by hand. */
  static JsonObject read(String name) {
    return parse(TextResource.read(Fragments.class, name + ".json"));
  }

  /** A part of a job type's definition. */
  static JsonObject parse(String json) {
    try (JsonReader reader = Json.createReader(new StringReader(json))) {
      return reader.readObject();
    }
  }

  /**
   * All members of both; of two that aren't both objects, the other's. Unlike a JSON Merge Patch it
   * keeps nulls, which a job type's example may hold.
   */
  static JsonObject merged(JsonObject one, JsonObject other) {
    JsonObjectBuilder all = Json.createObjectBuilder(one);
    other.forEach(
        (name, value) ->
            all.add(
                name,
                one.get(name) instanceof JsonObject was && value instanceof JsonObject more
                    ? merged(was, more)
                    : value));
    return all.build();
  }

  /** The value under that path of names. */
  static JsonObject at(JsonObject value, String... path) {
    JsonObject nested = value;
    for (int i = path.length - 1; i >= 0; i--) {
      nested = Json.createObjectBuilder().add(path[i], nested).build();
    }
    return nested;
  }
}
