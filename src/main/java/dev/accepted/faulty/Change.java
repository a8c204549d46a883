package dev.accepted.faulty;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What becomes of an answer.
 *
 * @param status in place of its own; 0 to leave it. An error without a body of its own here becomes
 *     a problem document
 * @param drop the headers that it loses
 * @param set those that it gets
 * @param body in place of its own; empty text for none
 * @param members a JSON Merge Patch (RFC 7396) of its body
 */
public record Change(
    int status,
    List<String> drop,
    Map<String, String> set,
    Optional<String> body,
    JsonObject members,
    Optional<Twist> twist) {

  static Change of(JsonObject fault) {
    Map<String, String> set = new LinkedHashMap<>();
    object(fault, "set").forEach((name, value) -> set.put(name, ((JsonString) value).getString()));
    return new Change(
        fault.getInt("status", 0),
        Texts.list(fault, "drop"),
        Map.copyOf(set),
        Texts.optional(fault, "body"),
        object(fault, "members"),
        Texts.optional(fault, "twist").map(Twist::of));
  }

  private static JsonObject object(JsonObject fault, String name) {
    return fault.containsKey(name) ? fault.getJsonObject(name) : JsonValue.EMPTY_JSON_OBJECT;
  }
}
