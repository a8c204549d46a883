package dev.accepted.types.reports;

import jakarta.json.JsonNumber;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A filter's value as it is written in JSON, as values for a query. */
final class JsonValues {

  private JsonValues() {}

  /** One value, or those of an array; none for null. */
  static List<Object> of(@Nullable JsonValue json) {
    return json == null ? List.of() : values(json).toList();
  }

  private static Stream<Object> values(JsonValue json) {
    return switch (json.getValueType()) {
      case ARRAY -> json.asJsonArray().stream().flatMap(JsonValues::values);
      case STRING -> Stream.of(((JsonString) json).getString());
      case NUMBER -> Stream.of(((JsonNumber) json).bigDecimalValue());
      case TRUE -> Stream.of(true);
      case FALSE -> Stream.of(false);
      case NULL, OBJECT -> Stream.of();
    };
  }
}
