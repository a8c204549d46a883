package dev.accepted.http.simulator;

import dev.accepted.job.TextResource;
import jakarta.json.Json;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The status codes that are registered with IANA, read once. */
final class StatusCodes {

  private static final Map<Integer, StatusCode> FINAL =
      read("success", "redirection", "client-error", "server-error");

  private static final Map<Integer, StatusCode> INFORMATIONAL = read("informational");

  private StatusCodes() {}

  private static Map<Integer, StatusCode> read(String... names) {
    Map<Integer, StatusCode> codes = new TreeMap<>();
    Stream.of(names)
        .map(name -> TextResource.read(StatusCodes.class, name + ".json"))
        .forEach(
            text -> {
              try (JsonReader reader = Json.createReader(new StringReader(text))) {
                reader
                    .readArray()
                    .getValuesAs(StatusCode::of)
                    .forEach(code -> codes.put(code.code(), code));
              }
            });
    return Collections.unmodifiableMap(codes);
  }

  /** Those of final answers, 200 to 599, in their order. */
  static Collection<StatusCode> all() {
    return FINAL.values();
  }

  /** Those of interim answers, 100 to 199, in their order. */
  static Collection<StatusCode> informational() {
    return INFORMATIONAL.values();
  }

  /** The one of a final answer with that number; empty if none is registered. */
  static Optional<StatusCode> of(int code) {
    return Optional.ofNullable(FINAL.get(code));
  }

  /** The one of an interim answer with that number. */
  static Optional<StatusCode> informational(int code) {
    return Optional.ofNullable(INFORMATIONAL.get(code));
  }
}
