package dev.accepted.fuzz;

import dev.accepted.fuzz.Description.Operation;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Makes requests up, always the same ones from the same numbers and the same answers. */
final class Calls {

  private static final String BOUNDARY = "x-boundary-x";
  private static final String CSV = "id,name,born\n1,Ada,1815-12-10\n2,=cmd|x,1912-06-23\n";

  /** No host but this machine is ever named, not even where an example has one. */
  private static final String FOREIGN = "example\\.(org|com|net)";

  private final List<Operation> operations;
  private final Known known;
  private final Random random;
  private final Values values;
  private final Hostile hostile;
  private final String host;

  Calls(Description description, Known known, Random random, String host) {
    this.operations = description.operations();
    this.known = known;
    this.random = random;
    this.host = host;
    this.values = new Values(description, random);
    this.hostile = new Hostile(random);
  }

  /** The next one. One in eight isn't good HTTP, and as many make a job without any fault. */
  Call next() {
    int kind = random.nextInt(8);
    if (kind == 0) {
      return simulation();
    }
    Call good = good(operations.get(random.nextInt(operations.size())));
    if (kind > 1) {
      return good;
    }
    Mischief[] all = Mischief.values();
    return all[random.nextInt(all.length)].to(good, random);
  }

  /** So that there are jobs of all kinds to ask for. */
  private Call simulation() {
    String[] outcomes = {"succeeded", "failed", "canceled"};
    String json =
        "{\"duration\":\"PT0.%dS\",\"outcome\":\"%s\"}"
            .formatted(random.nextInt(10), outcomes[random.nextInt(outcomes.length)]);
    String line = "POST /api/simulations?maxAttempts=1&label=fuzz:" + random.nextInt(9);
    return new Call(
        line
            + " HTTP/1.1\r\nHost: %s\r\nContent-Type: application/json\r\nContent-Length: %d"
                .formatted(host, json.length()),
        json.getBytes(StandardCharsets.UTF_8),
        Mischief.NONE);
  }

  private Call good(Operation operation) {
    String method = operation.method();
    boolean head = method.equals("GET") && random.nextInt(10) == 0;
    List<String> headers = new ArrayList<>();
    headers.add("Host: " + host);
    byte[] body = body(operation, headers);
    headers(operation, headers);
    if (body.length > 0 || method.equals("POST") || method.equals("PUT")) {
      headers.add("Content-Length: " + body.length);
    }
    String line = (head ? "HEAD" : method) + " " + target(operation) + " HTTP/1.1";
    return new Call(line + "\r\n" + String.join("\r\n", headers), body, Mischief.NONE);
  }

  private String target(Operation operation) {
    String path = operation.path();
    StringBuilder query = new StringBuilder();
    for (JsonObject parameter : operation.parameters()) {
      String name = parameter.getString("name");
      if (parameter.getString("in").equals("path")) {
        path = path.replace("{" + name + "}", encoded(text(parameter, operation)));
      } else if (parameter.getString("in").equals("query") && random.nextInt(5) == 0) {
        add(query, name, text(parameter, operation));
        if (random.nextInt(15) == 0) {
          add(query, name, text(parameter, operation));
        }
      }
    }
    if (random.nextInt(30) == 0) {
      add(query, hostile.text(""), hostile.text(""));
    }
    return path + query;
  }

  private void add(StringBuilder query, String name, String value) {
    query.append(query.isEmpty() ? '?' : '&').append(encoded(name));
    query.append('=').append(random.nextInt(60) == 0 ? "%zz" : encoded(value));
  }

  private void headers(Operation operation, List<String> headers) {
    for (JsonObject parameter : operation.parameters()) {
      if (parameter.getString("in").equals("header") && random.nextInt(4) == 0) {
        headers.add(parameter.getString("name") + ": " + line(text(parameter, operation)));
      }
    }
    if (random.nextInt(6) == 0) {
      String[] accepted = {"application/json", "*/*", "text/html", "a/b;q=x", ";;;", "*/*;q=0"};
      headers.add("Accept: " + accepted[random.nextInt(accepted.length)]);
    }
    if (random.nextInt(12) == 0) {
      String[] odd = {
        "Authorization: Bearer x.y.z",
        "Authorization: Basic !!!",
        "X-Api-Key: acc_nonsense",
        "Forwarded: for=\"[::1\"",
        "X-Forwarded-For: , ,",
        "Cookie: a",
        "Range: bytes=9-1",
        "Content-Language: \u00e9",
        "Accept-Encoding: gzip;q=2",
        "If-Modified-Since: now"
      };
      headers.add(odd[random.nextInt(odd.length)]);
    }
  }

  private String text(JsonObject parameter, Operation operation) {
    String fitting = known.fitting(parameter.getString("name"), operation.path(), random);
    if (!fitting.isEmpty() && random.nextInt(6) > 0) {
      return fitting;
    }
    JsonValue value =
        parameter.containsKey("example") && random.nextInt(3) == 0
            ? parameter.get("example")
            : values.of(
                parameter.get("schema") instanceof JsonObject schema
                    ? schema
                    : JsonValue.EMPTY_JSON_OBJECT);
    return here(value instanceof JsonString text ? text.getString() : value.toString());
  }

  private byte[] body(Operation operation, List<String> headers) {
    if (operation.bodies().isEmpty()) {
      return random.nextInt(25) == 0
          ? hostile.text("").getBytes(StandardCharsets.UTF_8)
          : new byte[0];
    }
    List<Map.Entry<String, JsonObject>> kinds = List.copyOf(operation.bodies().entrySet());
    Map.Entry<String, JsonObject> kind = kinds.get(random.nextInt(kinds.size()));
    String type = kind.getKey();
    String sent = random.nextInt(25) == 0 ? line(hostile.text("")) : type;
    String parameter = type.startsWith("multipart/") ? "; boundary=" + BOUNDARY : "";
    headers.add("Content-Type: " + sent.replace("*", "mp4") + parameter);
    String text =
        switch (type) {
          case "application/json" -> json(kind.getValue());
          case "multipart/form-data" -> form(kind.getValue());
          default -> random.nextInt(3) > 0 ? CSV : hostile.noise(500);
        };
    return here(text).getBytes(StandardCharsets.UTF_8);
  }

  private String json(JsonObject content) {
    JsonValue value =
        content.containsKey("example") && random.nextInt(4) == 0
            ? content.get("example")
            : values.of(content.getJsonObject("schema"));
    String json = value.toString();
    return random.nextInt(12) == 0 ? hostile.spoilt(json) : json;
  }

  private String form(JsonObject content) {
    StringBuilder form = new StringBuilder();
    JsonValue fields = values.of(content.getJsonObject("schema"));
    if (fields instanceof JsonObject object) {
      for (Map.Entry<String, JsonValue> field : object.entrySet()) {
        String name = field.getKey().replace("\"", "%22");
        String file = name.equals("file") ? "; filename=\"" + line(hostile.text("")) + "\"" : "";
        String value =
            name.equals("file")
                ? CSV
                : field.getValue() instanceof JsonString text
                    ? text.getString()
                    : field.getValue().toString();
        form.append(
            "--%s\r\nContent-Disposition: form-data; name=\"%s\"%s\r\n\r\n%s\r\n"
                .formatted(BOUNDARY, line(name), file, value));
      }
    }
    String end = random.nextInt(12) == 0 ? "" : "--" + BOUNDARY + "--\r\n";
    return form + end;
  }

  private static String here(String text) {
    return text.replaceAll(FOREIGN, "127.0.0.1");
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** What may stand in a header. */
  private static String line(String text) {
    return text.replaceAll("[\\x00-\\x1F\\x7F]|[^\\x00-\\xFF]", "?");
  }
}
