package dev.accepted.http;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What the server answered, with the questions tests ask of it. */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Answer(int status, HttpHeaders headers, byte[] body) {

  /** The only value of a header, or an empty text. */
  public String header(String name) {
    List<String> values = headers.allValues(name);
    if (values.size() > 1) {
      throw new AssertionError(name + " is sent more than once: " + values);
    }
    return values.isEmpty() ? "" : values.get(0);
  }

  /** The body as JSON object. */
  public JsonObject json() {
    try (var reader = Json.createReader(new ByteArrayInputStream(body))) {
      return reader.readObject();
    }
  }

  /** A text member of the body; empty if it isn't there. */
  public String text(String member) {
    return json().getString(member, "");
  }

  /** The body as text. */
  public String text() {
    return new String(body, StandardCharsets.UTF_8);
  }

  /** The last part of the problem's type. */
  public String problem() {
    if (!header("Content-Type").equals("application/problem+json")) {
      throw new AssertionError("no problem document: " + status + " " + headers + " " + text());
    }
    return text("type").replaceAll(".*/", "");
  }
}
