package dev.accepted.http.submission;

import dev.accepted.http.problem.Problem;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonPointer;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Turns texts - query parameters, form fields - into an input, by the types that a job type's JSON
 * Schema gives its members. What doesn't convert stays text, so that the schema's own check says
 * what is wrong with it.
 */
final class InputCoercion {

  /** {@code Json.create…} would look for a provider on the class path each time. */
  private static final JsonProvider JSON = JsonProvider.provider();

  private final JsonObject schema;

  /**
   * @param schema of an object; {@code properties} with {@code type}, or {@code $ref} to a
   *     definition in the same schema, are understood
   */
  InputCoercion(JsonObject schema) {
    this.schema = schema;
  }

  /** The input; empty texts are left out. */
  JsonObject input(Map<String, List<String>> texts) {
    JsonObjectBuilder input = JSON.createObjectBuilder();
    texts.forEach(
        (name, values) -> {
          List<String> given = values.stream().filter(text -> !text.isEmpty()).toList();
          if (!given.isEmpty()) {
            input.add(name, member(property(name), given));
          }
        });
    return input.build();
  }

  /** Whether the input has a member of that name. */
  boolean knows(String name) {
    return object(schema, "properties").containsKey(name);
  }

  private JsonValue member(JsonObject property, List<String> texts) {
    if (type(property).equals("array")) {
      return array(resolve(object(property, "items")), texts);
    }
    return texts.size() == 1
        ? scalar(type(property), texts.get(0))
        : array(JsonValue.EMPTY_JSON_OBJECT, texts);
  }

  private JsonValue array(JsonObject items, List<String> texts) {
    if (texts.size() == 1 && texts.get(0).startsWith("[")) {
      return json(texts.get(0));
    }
    String type = type(items);
    JsonArrayBuilder array = JSON.createArrayBuilder();
    for (String text : texts) {
      if (type.equals("object")) {
        array.add(json(text));
      } else {
        List.of(text.split(",")).forEach(part -> array.add(scalar(type, part.strip())));
      }
    }
    return array.build();
  }

  private static JsonValue scalar(String type, String text) {
    return switch (type) {
      case "integer", "number" -> number(text);
      case "boolean" ->
          text.equals("true")
              ? JsonValue.TRUE
              : text.equals("false") ? JsonValue.FALSE : JSON.createValue(text);
      case "object" -> json(text);
      default -> JSON.createValue(text);
    };
  }

  private static JsonValue number(String text) {
    boolean plain = text.matches("-?\\d{1,30}(\\.\\d{1,30})?([eE][+-]?\\d{1,2})?");
    return plain ? JSON.createValue(new BigDecimal(text)) : JSON.createValue(text);
  }

  private static JsonValue json(String text) {
    try {
      return InputJson.value(text);
    } catch (Problem notJson) {
      return JSON.createValue(text);
    }
  }

  private JsonObject property(String name) {
    return resolve(object(object(schema, "properties"), name));
  }

  private JsonObject resolve(JsonObject property) {
    String reference = property.getString("$ref", "");
    if (!reference.startsWith("#/")) {
      return property;
    }
    JsonPointer pointer = JSON.createPointer(reference.substring(1));
    return pointer.containsValue(schema)
        ? pointer.getValue(schema).asJsonObject()
        : JsonValue.EMPTY_JSON_OBJECT;
  }

  private static String type(JsonObject property) {
    JsonValue type = property.getOrDefault("type", JsonValue.NULL);
    if (type instanceof JsonArray several) {
      Optional<JsonValue> first =
          several.stream().filter(one -> !one.equals(JSON.createValue("null"))).findFirst();
      type = first.orElse(JsonValue.NULL);
    }
    return type instanceof JsonString name ? name.getString() : "";
  }

  private static JsonObject object(JsonObject parent, String name) {
    return parent.get(name) instanceof JsonObject object ? object : JsonValue.EMPTY_JSON_OBJECT;
  }
}
