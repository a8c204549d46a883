package dev.accepted.http.openapi;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.Map;
import java.util.Set;

/**
 * Says of each path which callers it answers: those that are known, but for what is open to all.
 */
final class SignedInPaths {

  private static final Set<String> OPEN =
      Set.of(
          "/api/faulty",
          "/api/problems",
          "/api/problems/{slug}",
          "/api/session",
          "/api/status",
          "/api/status/{code}",
          "/api/status/202/monitors/{run}",
          "/api/status/202/results/{run}");
  private static final Set<String> METHODS =
      Set.of("get", "put", "post", "delete", "patch", "options", "head");

  private static final JsonObject REFUSALS =
      Json.createObjectBuilder()
          .add("401", reference("NotSignedIn"))
          .add("403", reference("NotAllowed"))
          .build();

  private SignedInPaths() {}

  private static JsonObject reference(String response) {
    return Json.createObjectBuilder().add("$ref", "#/components/responses/" + response).build();
  }

  /** The same document, with 401 and 403 among the answers of what isn't open. */
  static JsonObject in(JsonObject document) {
    JsonObjectBuilder paths = Json.createObjectBuilder();
    for (Map.Entry<String, JsonValue> path : document.getJsonObject("paths").entrySet()) {
      paths.add(path.getKey(), path(path.getValue().asJsonObject(), OPEN.contains(path.getKey())));
    }
    return Json.createObjectBuilder(document).add("paths", paths).build();
  }

  private static JsonObject path(JsonObject path, boolean open) {
    JsonObjectBuilder all = Json.createObjectBuilder(path);
    path.forEach(
        (name, value) -> {
          if (METHODS.contains(name)) {
            all.add(name, open ? open(value.asJsonObject()) : known(value.asJsonObject()));
          }
        });
    return all.build();
  }

  private static JsonObject open(JsonObject operation) {
    return Json.createObjectBuilder(operation).add("security", JsonValue.EMPTY_JSON_ARRAY).build();
  }

  private static JsonObject known(JsonObject operation) {
    return Fragments.merged(Fragments.at(REFUSALS, "responses"), operation);
  }
}
