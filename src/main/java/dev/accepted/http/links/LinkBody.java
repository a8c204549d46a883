package dev.accepted.http.links;

import dev.accepted.config.LinkSettings;
import dev.accepted.guard.links.LinkTarget;
import dev.accepted.http.problem.Problem;
import dev.accepted.http.problem.ProblemType;
import dev.accepted.http.submission.Pointers;
import dev.accepted.job.InvalidInput.Violation;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a body asks a link to be. Null is as good as none.
 *
 * @param lifetime how long it is to count
 */
record LinkBody(LinkTarget to, Duration lifetime) {

  private static final String TO = "to";
  private static final String LIFETIME = "lifetime";
  private static final Set<String> KNOWN = Set.of(TO, LIFETIME);

  /**
   * Reads it.
   *
   * @throws Problem 422 with pointers to what can't be
   */
  static LinkBody read(JsonObject body, LinkSettings settings) {
    List<Violation> violations = new ArrayList<>();
    body.keySet().stream()
        .filter(name -> !KNOWN.contains(name))
        .forEach(name -> violations.add(fault(name, "There is no such member here.")));
    LinkBody asked = new LinkBody(to(body, violations), lifetime(body, settings, violations));
    if (!violations.isEmpty()) {
      throw Problem.of(ProblemType.INVALID_INPUT, "The body is not valid.")
          .with("errors", List.copyOf(violations));
    }
    return asked;
  }

  private static LinkTarget to(JsonObject body, List<Violation> violations) {
    Optional<JsonValue> value = member(body, TO);
    Optional<LinkTarget> named = value.flatMap(LinkBody::text).flatMap(LinkTarget::named);
    if (value.isPresent() && named.isEmpty()) {
      violations.add(fault(TO, "This is result or monitor."));
    }
    return named.orElse(LinkTarget.RESULT);
  }

  private static Duration lifetime(
      JsonObject body, LinkSettings settings, List<Violation> violations) {
    Optional<JsonValue> value = member(body, LIFETIME);
    Optional<Duration> lifetime =
        value
            .flatMap(LinkBody::text)
            .flatMap(LinkBody::duration)
            .filter(asked -> asked.toSeconds() > 0)
            .filter(asked -> asked.compareTo(settings.lifetime()) <= 0);
    if (value.isPresent() && lifetime.isEmpty()) {
      violations.add(
          fault(
              LIFETIME,
              "This is a duration from PT1S to %s (ISO 8601).".formatted(settings.lifetime())));
    }
    return lifetime.orElse(settings.usual());
  }

  private static Optional<JsonValue> member(JsonObject body, String name) {
    return Optional.ofNullable(body.get(name))
        .filter(value -> value.getValueType() != JsonValue.ValueType.NULL);
  }

  private static Optional<String> text(JsonValue value) {
    return value instanceof JsonString text ? Optional.of(text.getString()) : Optional.empty();
  }

  private static Optional<Duration> duration(String text) {
    try {
      return Optional.of(Duration.parse(text));
    } catch (DateTimeParseException unreadable) {
      return Optional.empty();
    }
  }

  private static Violation fault(String member, String detail) {
    return new Violation(Pointers.to(member), detail);
  }
}
