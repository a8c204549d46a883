package dev.accepted.http.simulator;

import jakarta.json.JsonObject;

/**
 * A header that an answer with some status code needs.
 *
 * @param value what the simulator sends; words in braces stand for what depends on the request, see
 *     {@link Places}
 * @param example what it may be like in somebody's own answer
 * @param why what it tells the client
 * @param method of which requests it belongs to the answer; empty for all
 */
record NeededHeader(String name, String value, String example, String why, String method) {

  static NeededHeader of(JsonObject entry) {
    return new NeededHeader(
        entry.getString("name"),
        entry.getString("value"),
        entry.getString("example"),
        entry.getString("why"),
        entry.getString("method", ""));
  }

  /** Whether the answer to such a request needs it. */
  boolean isFor(String requested) {
    return method.isEmpty() || method.equals(requested);
  }
}
