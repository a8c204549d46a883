package dev.accepted.tenancy;

import dev.accepted.http.Answer;
import jakarta.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a server says can be done.
 *
 * @param method in upper case
 * @param path with parameters in braces
 * @param body whether it takes one
 */
record Operation(String method, String path, boolean body) {

  private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

  /** Whose parameters name what belongs to the server, or to nobody. */
  private static final Pattern COMMON =
      Pattern.compile(
          "/api/types/\\{type}.*|/api/problems/\\{slug}|/api/status/.*"
              + "|/api/faulty/\\{faults}/simulations");

  private static final Pattern STREAMS = Pattern.compile("/api/(overview/)?events");

  /** Tells nobody anything but who they are. */
  private static final Pattern SESSION = Pattern.compile("/api/session");

  /** All of a description, and HEAD wherever there is GET. */
  static List<Operation> of(JsonObject description) {
    List<Operation> all = new ArrayList<>();
    JsonObject paths = description.getJsonObject("paths");
    for (String path : paths.keySet()) {
      JsonObject methods = paths.getJsonObject(path);
      for (String method : methods.keySet()) {
        if (METHODS.contains(method)) {
          boolean body = methods.getJsonObject(method).containsKey("requestBody");
          all.add(new Operation(method.toUpperCase(Locale.ROOT), path, body));
        }
        if (method.equals("get")) {
          all.add(new Operation("HEAD", path, false));
        }
      }
    }
    return all;
  }

  /** Whether it is about one thing that is somebody's. */
  boolean isAboutOne() {
    return path.contains("{") && !COMMON.matcher(path).matches();
  }

  /** Whether it is about many things, of which each caller has its own. */
  boolean isAboutMany() {
    return !path.contains("{")
        && !STREAMS.matcher(path).matches()
        && !SESSION.matcher(path).matches();
  }

  /** Done with that path. */
  Answer by(Person caller, String filled) {
    if (!body) {
      return caller.send(method, filled, BodyPublishers.noBody());
    }
    String json = method.equals("PUT") ? "{\"url\":\"http://localhost:1/\"}" : "{}";
    return caller.send(
        method, filled, BodyPublishers.ofString(json), "Content-Type", "application/json");
  }

  @Override
  public String toString() {
    return method + ' ' + path;
  }
}
