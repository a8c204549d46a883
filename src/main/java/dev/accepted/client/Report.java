package dev.accepted.client;

import java.net.URI;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How a job stands.
 *
 * @param json the whole representation as it came, for a JSON library of your choice; may be empty
 *     if the server tells no more than that the job goes on
 * @param status the server's word, such as {@code running}
 * @param percentComplete 0 to 100
 * @param message what it is doing or, once it has failed, why
 * @param resourceLocation the result's URL
 * @param events where its events are told
 */
public record Report(
    String json,
    Optional<String> status,
    OptionalInt percentComplete,
    Optional<String> message,
    Optional<URI> resourceLocation,
    Optional<URI> events) {

  /** What the words of different servers come to. */
  enum Standing {
    GOING_ON,
    SUCCEEDED,
    FAILED,
    CANCELED
  }

  /**
   * Reads a representation.
   *
   * @param base what relative URLs in it are relative to
   */
  static Report read(String json, URI base) {
    Map<String, Object> members = JsonText.object(json).orElse(Map.of());
    return new Report(
        json,
        string(members, "status"),
        percent(members),
        string(part(members, "error"), "message")
            .or(() -> string(part(members, "progress"), "message"))
            .or(() -> string(members, "message")),
        string(members, "resourceLocation").flatMap(url -> resolved(base, url)),
        string(part(members, "links"), "events").flatMap(url -> resolved(base, url)));
  }

  /** What the status says; empty if there is none. */
  Optional<Standing> standing() {
    return status.map(word -> standing(word.toLowerCase(Locale.ROOT)));
  }

  private static Standing standing(String word) {
    return switch (word) {
      case "succeeded", "success", "successful", "completed", "complete", "done", "finished" ->
          Standing.SUCCEEDED;
      case "failed", "failure", "error" -> Standing.FAILED;
      case "canceled", "cancelled", "aborted" -> Standing.CANCELED;
      default -> Standing.GOING_ON;
    };
  }

  private static OptionalInt percent(Map<String, Object> members) {
    return members.get("percentComplete") instanceof Double percent
        ? OptionalInt.of((int) Math.max(0, Math.min(100, percent)))
        : OptionalInt.empty();
  }

  private static Map<String, Object> part(Map<String, Object> members, String name) {
    return members.get(name) instanceof Map<?, ?> part ? strings(part) : Map.of();
  }

  private static Map<String, Object> strings(Map<?, ?> part) {
    Map<String, Object> strings = new HashMap<>();
    part.forEach(
        (name, value) -> {
          if (value instanceof String text) {
            strings.put(String.valueOf(name), text);
          }
        });
    return strings;
  }

  private static Optional<String> string(Map<String, Object> members, String name) {
    return members.get(name) instanceof String text ? Optional.of(text) : Optional.empty();
  }

  private static Optional<URI> resolved(URI base, String url) {
    try {
      return Optional.of(base.resolve(url));
    } catch (IllegalArgumentException noUrl) {
      return Optional.empty();
    }
  }
}
