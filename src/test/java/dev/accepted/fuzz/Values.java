package dev.accepted.fuzz;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Values that a schema describes, and others that it doesn't. */
final class Values {

  private static final int DEEPEST = 6;

  private final Description description;
  private final Hostile hostile;
  private final Random random;

  Values(Description description, Random random) {
    this.description = description;
    this.random = random;
    this.hostile = new Hostile(random);
  }

  /** A value for that schema: one in five is spoilt somewhere. */
  JsonValue of(JsonObject schema) {
    return of(schema, 0);
  }

  private JsonValue of(JsonObject raw, int depth) {
    JsonObject schema = description.resolved(raw);
    if (random.nextInt(20) == 0 || depth > DEEPEST) {
      return hostile.json();
    }
    JsonValue given = given(schema);
    if (given != null && random.nextInt(3) > 0) {
      return given;
    }
    for (String choice : List.of("oneOf", "anyOf")) {
      if (schema.get(choice) instanceof JsonArray some && !some.isEmpty()) {
        return of(some.getJsonObject(random.nextInt(some.size())), depth + 1);
      }
    }
    return switch (type(schema)) {
      case "object" -> object(schema, depth);
      case "array" -> array(schema, depth);
      case "integer", "number" -> number(schema);
      case "boolean" -> random.nextBoolean() ? JsonValue.TRUE : JsonValue.FALSE;
      default -> Json.createValue(hostile.text(schema.getString("format", "")));
    };
  }

  /** What the schema itself offers. */
  private JsonValue given(JsonObject schema) {
    if (schema.containsKey("const")) {
      return schema.get("const");
    }
    for (String list : List.of("enum", "examples")) {
      if (schema.get(list) instanceof JsonArray some && !some.isEmpty()) {
        return some.get(random.nextInt(some.size()));
      }
    }
    return schema.getOrDefault("example", schema.get("default"));
  }

  private String type(JsonObject schema) {
    JsonValue type = schema.get("type");
    if (type instanceof JsonArray several) {
      return several.getString(random.nextInt(several.size()));
    }
    if (type instanceof JsonString one) {
      return one.getString();
    }
    return schema.containsKey("properties") ? "object" : "string";
  }

  private JsonObject object(JsonObject schema, int depth) {
    JsonObjectBuilder object = Json.createObjectBuilder();
    JsonArray required =
        schema.get("required") instanceof JsonArray names ? names : JsonValue.EMPTY_JSON_ARRAY;
    if (schema.get("properties") instanceof JsonObject members) {
      for (Map.Entry<String, JsonValue> member : members.entrySet()) {
        boolean needed = required.contains(Json.createValue(member.getKey()));
        boolean there = needed ? random.nextInt(25) > 0 : random.nextInt(3) == 0;
        if (there && member.getValue() instanceof JsonObject of) {
          object.add(member.getKey(), of(of, depth + 1));
        }
      }
    }
    if (random.nextInt(15) == 0) {
      object.add(hostile.text(""), hostile.json());
    }
    return object.build();
  }

  private JsonArray array(JsonObject schema, int depth) {
    JsonArrayBuilder array = Json.createArrayBuilder();
    int length = random.nextInt(40) == 0 ? 500 : random.nextInt(4);
    for (int item = 0; item < length; item++) {
      array.add(
          schema.get("items") instanceof JsonObject items ? of(items, depth + 1) : hostile.json());
    }
    return array.build();
  }

  private JsonValue number(JsonObject schema) {
    long low = schema.get("minimum") instanceof JsonNumber least ? least.longValue() : 0;
    long high = schema.get("maximum") instanceof JsonNumber most ? most.longValue() : low + 100;
    return switch (random.nextInt(12)) {
      case 0 -> Json.createValue(low - 1);
      case 1 -> Json.createValue(high + 1);
      case 2 -> hostile.json();
      default -> Json.createValue(low + (long) (random.nextDouble() * (high - low + 1)));
    };
  }
}
