package dev.accepted.http.keys;

import dev.accepted.guard.Role;
import dev.accepted.guard.keys.RequestedKey;
import dev.accepted.http.problem.Problem;
import dev.accepted.http.problem.ProblemType;
import dev.accepted.http.submission.Pointers;
import dev.accepted.job.InvalidInput.Violation;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The members of a body that asks for a key. Null is as good as none. */
final class KeyBody {

  private static final String NAME = "name";
  private static final String OWNER = "owner";
  private static final String TENANT = "tenant";
  private static final String ROLES = "roles";
  private static final String EXPIRES = "expiresAt";
  private static final Set<String> KNOWN = Set.of(NAME, OWNER, TENANT, ROLES, EXPIRES);

  private final JsonObject body;
  private final List<Violation> violations = new ArrayList<>();

  private KeyBody(JsonObject body) {
    this.body = body;
    body.keySet().stream()
        .filter(name -> !KNOWN.contains(name))
        .forEach(name -> invalid(name, "There is no such member here."));
  }

  /**
   * Reads it. Without an owner of its own, a key's name is its owner, too.
   *
   * @throws Problem 422 with pointers to what is of another form
   */
  static RequestedKey read(JsonObject body) {
    KeyBody members = new KeyBody(body);
    String name = members.text(NAME).orElse("");
    RequestedKey asked =
        new RequestedKey(
            name,
            members.text(OWNER).orElse(name),
            members.text(TENANT),
            members.roles(),
            members.time(EXPIRES));
    members.end();
    return asked;
  }

  /**
   * Passes if a key that was asked for may be.
   *
   * @throws Problem 422 with pointers to what may not
   */
  static void check(RequestedKey asked, Instant now) {
    refuse(
        asked.faults(now).entrySet().stream()
            .map(fault -> new Violation(Pointers.to(fault.getKey()), fault.getValue()))
            .toList());
  }

  private Optional<JsonValue> member(String name) {
    return Optional.ofNullable(body.get(name))
        .filter(value -> value.getValueType() != JsonValue.ValueType.NULL);
  }

  private Optional<String> text(String name) {
    Optional<JsonValue> value = member(name);
    if (value.isPresent() && !(value.get() instanceof JsonString)) {
      invalid(name, "This is a string.");
      return Optional.empty();
    }
    return value.map(text -> ((JsonString) text).getString());
  }

  private Set<Role> roles() {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    for (JsonValue value : member(ROLES).map(KeyBody::list).orElse(List.of())) {
      Optional<Role> role =
          value instanceof JsonString name ? Role.named(name.getString()) : Optional.empty();
      role.ifPresentOrElse(
          roles::add, () -> invalid(ROLES, "These are names of roles: submit, observe, admin."));
    }
    return roles;
  }

  private static List<JsonValue> list(JsonValue value) {
    return value instanceof JsonArray list ? list : List.of(value);
  }

  private Optional<Instant> time(String name) {
    try {
      return text(name).map(OffsetDateTime::parse).map(OffsetDateTime::toInstant);
    } catch (DateTimeParseException unreadable) {
      invalid(name, "This is a time such as 2027-01-31T12:00:00Z (RFC 3339).");
      return Optional.empty();
    }
  }

  private void invalid(String member, String detail) {
    violations.add(new Violation(Pointers.to(member), detail));
  }

  private void end() {
    refuse(violations);
  }

  private static void refuse(List<Violation> violations) {
    if (!violations.isEmpty()) {
      throw Problem.of(ProblemType.INVALID_INPUT, "The body is not valid.")
          .with("errors", List.copyOf(violations));
    }
  }
}
