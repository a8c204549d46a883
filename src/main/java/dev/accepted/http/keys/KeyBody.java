package dev.accepted.http.keys;

import dev.accepted.guard.Role;
import dev.accepted.guard.keys.RequestedKey;
import dev.accepted.http.problem.Problem;
import dev.accepted.http.submission.JsonMembers;
import dev.accepted.http.submission.Pointers;
import dev.accepted.job.InvalidInput.Violation;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.time.OffsetDateTime;
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

  private KeyBody() {}

  /**
   * Reads it. Without an owner of its own, a key's name is its owner, too.
   *
   * @throws Problem 422 with pointers to what is of another form
   */
  static RequestedKey read(JsonObject body) {
    JsonMembers members = new JsonMembers(body, KNOWN);
    String name = members.text(NAME).orElse("");
    RequestedKey asked =
        new RequestedKey(
            name,
            members.text(OWNER).orElse(name),
            members.text(TENANT),
            roles(members),
            members.read(
                EXPIRES,
                text -> OffsetDateTime.parse(text).toInstant(),
                "This is a time such as 2027-01-31T12:00:00Z (RFC 3339)."));
    members.end();
    return asked;
  }

  /**
   * Passes if a key that was asked for may be.
   *
   * @throws Problem 422 with pointers to what may not
   */
  static void check(RequestedKey asked, Instant now) {
    JsonMembers.refuse(
        asked.faults(now).entrySet().stream()
            .map(fault -> new Violation(Pointers.to(fault.getKey()), fault.getValue()))
            .toList());
  }

  private static Set<Role> roles(JsonMembers members) {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    for (JsonValue value : members.value(ROLES).map(KeyBody::list).orElse(List.of())) {
      Optional<Role> role =
          value instanceof JsonString name ? Role.named(name.getString()) : Optional.empty();
      role.ifPresentOrElse(
          roles::add,
          () -> members.invalid(ROLES, "These are names of roles: submit, observe, admin."));
    }
    return roles;
  }

  private static List<JsonValue> list(JsonValue value) {
    return value instanceof JsonArray list ? list : List.of(value);
  }
}
