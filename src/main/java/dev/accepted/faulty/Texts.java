package dev.accepted.faulty;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.List;
import java.util.Optional;

/** Texts in the members of a fault's JSON. */
final class Texts {

  private Texts() {}

  static List<String> list(JsonObject fault, String name) {
    return fault.containsKey(name)
        ? fault.getJsonArray(name).getValuesAs(JsonString::getString)
        : List.of();
  }

  static Optional<String> optional(JsonObject fault, String name) {
    return Optional.ofNullable(fault.getJsonString(name)).map(JsonString::getString);
  }
}
