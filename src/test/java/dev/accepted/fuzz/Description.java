package dev.accepted.fuzz;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What an OpenAPI document says can be asked for.
 *
 * @param document the whole of it
 */
record Description(JsonObject document) {

  private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

  /**
   * One method of one path.
   *
   * @param parameters of path, query and header, references resolved
   * @param bodies by media type: an object that may have {@code schema} and {@code example}
   */
  record Operation(
      String method, String path, List<JsonObject> parameters, Map<String, JsonObject> bodies) {}

  /** All of them, in the order of the document. */
  List<Operation> operations() {
    List<Operation> operations = new ArrayList<>();
    document
        .getJsonObject("paths")
        .forEach(
            (path, item) ->
                item.asJsonObject()
                    .forEach(
                        (method, operation) -> {
                          if (METHODS.contains(method)) {
                            operations.add(
                                operation(
                                    path, method, item.asJsonObject(), operation.asJsonObject()));
                          }
                        }));
    return operations;
  }

  private Operation operation(String path, String method, JsonObject item, JsonObject operation) {
    List<JsonObject> parameters = new ArrayList<>();
    for (JsonObject owner : List.of(item, operation)) {
      if (owner.get("parameters") instanceof JsonArray some) {
        some.forEach(parameter -> parameters.add(resolved(parameter)));
      }
    }
    Map<String, JsonObject> bodies = new TreeMap<>();
    if (operation.get("requestBody") instanceof JsonObject body) {
      resolved(body)
          .getJsonObject("content")
          .forEach((type, content) -> bodies.put(type, content.asJsonObject()));
    }
    return new Operation(method.toUpperCase(Locale.ROOT), path, parameters, bodies);
  }

  /** The object itself, or what it refers to. */
  JsonObject resolved(JsonValue value) {
    JsonObject object = value.asJsonObject();
    while (object.get("$ref") instanceof JsonString reference) {
      object = at(reference.getString());
    }
    return object;
  }

  private JsonObject at(String reference) {
    JsonObject place = document;
    for (String step : reference.substring("#/".length()).split("/", -1)) {
      place = place.getJsonObject(step.replace("~1", "/").replace("~0", "~"));
    }
    return place;
  }
}
