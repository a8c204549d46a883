package dev.accepted.http.openapi;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * The schema of a job type's input as a component of the document. Its references to parts of
 * itself begin at its own root, which is the document's no more, so they are led on to where it now
 * is. A schema with an {@code $id} stays a root of its own.
 *
 * @param name of the component
 */
record PlacedSchema(String name, JsonObject schema) {

  private static final String REFERENCE = "$ref";
  private static final String DIALECT = "$schema";

  /** What leads to it. */
  JsonObject reference() {
    return Json.createObjectBuilder().add(REFERENCE, root()).build();
  }

  /** What leads to the schema of a member. */
  JsonObject reference(String member) {
    String segment =
        URLEncoder.encode(Json.encodePointer(member), StandardCharsets.UTF_8).replace("+", "%20");
    return Json.createObjectBuilder().add(REFERENCE, root() + "/properties/" + segment).build();
  }

  /** The members that it names, with their schemas. */
  JsonObject members() {
    return schema.get("properties") instanceof JsonObject members
        ? members
        : JsonValue.EMPTY_JSON_OBJECT;
  }

  /** The component. */
  JsonObject component() {
    if (schema.containsKey("$id")) {
      return schema;
    }
    // The document says once for all which dialect its schemas are written in.
    return Json.createObjectBuilder(placed(schema)).remove(DIALECT).build();
  }

  private String root() {
    return "#/components/schemas/" + name;
  }

  private JsonObject placed(JsonObject object) {
    JsonObjectBuilder copy = Json.createObjectBuilder();
    object.forEach(
        (member, value) ->
            copy.add(
                member,
                member.equals(REFERENCE) && value instanceof JsonString target
                    ? Json.createValue(target(target.getString()))
                    : placed(value)));
    return copy.build();
  }

  private JsonValue placed(JsonValue value) {
    if (value instanceof JsonArray array) {
      JsonArrayBuilder copy = Json.createArrayBuilder();
      array.forEach(item -> copy.add(placed(item)));
      return copy.build();
    }
    return value instanceof JsonObject object ? placed(object) : value;
  }

  private String target(String reference) {
    boolean own = reference.equals("#") || reference.startsWith("#/");
    return own ? root() + reference.substring(1) : reference;
  }
}
