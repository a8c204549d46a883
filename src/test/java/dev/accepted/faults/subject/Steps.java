package dev.accepted.faults.subject;

/**
 * The input of a {@link StepsType} job.
 *
 * @param name of its folder; each job has its own
 * @param seed of its result
 * @param bytes of its result
 * @param steps how many it does
 * @param pauseMillis after each
 */
public record Steps(String name, long seed, int bytes, int steps, int pauseMillis) {

  static final String SCHEMA =
      """
      {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "type": "object",
        "properties": {
          "name": {"type": "string", "pattern": "^[a-z0-9-]{1,60}$"},
          "seed": {"type": "integer"},
          "bytes": {"type": "integer", "minimum": 1, "maximum": 4000000},
          "steps": {"type": "integer", "minimum": 1, "maximum": 1000},
          "pauseMillis": {"type": "integer", "minimum": 0, "maximum": 60000}
        },
        "required": ["name", "seed", "bytes", "steps", "pauseMillis"],
        "additionalProperties": false
      }
      """;

  static final String EXAMPLE =
      """
      {"name": "one", "seed": 1, "bytes": 1000, "steps": 20, "pauseMillis": 50}""";
}
