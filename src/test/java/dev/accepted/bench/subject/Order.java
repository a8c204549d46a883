package dev.accepted.bench.subject;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A small input like many: any JSON object will do, but what it has of these members must fit.
 *
 * @param from a date
 * @param to a date
 */
public record Order(
    @Nullable String customer,
    @Nullable String from,
    @Nullable String to,
    @Nullable String format,
    @Nullable List<String> tags) {

  static final String SCHEMA =
      """
      {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "type": "object",
        "properties": {
          "customer": {"type": "string", "maxLength": 100},
          "from": {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"},
          "to": {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"},
          "format": {"enum": ["pdf", "xlsx", "html", "csv"]},
          "tags": {"type": "array", "items": {"type": "string"}, "maxItems": 20}
        }
      }
      """;

  /** An input that fits. */
  public static final String EXAMPLE =
      """
      {"customer":"c-48213","from":"2026-01-01","to":"2026-03-31","format":"pdf",\
      "tags":["quarterly","finance","board"],"note":"what nobody reads is carried along"}""";
}
