package dev.accepted.guard.keys;

import dev.accepted.guard.Caller;
import dev.accepted.guard.Role;
import dev.accepted.store.StoredKey;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A key that somebody asks for.
 *
 * @param name what people are to call it
 * @param owner whose jobs it is to submit and see: several keys may have the same, such as an old
 *     one and the one that follows it
 * @param tenant that of who asks, unless it says otherwise
 * @param expiresAt empty for never
 */
public record RequestedKey(
    String name,
    String owner,
    Optional<String> tenant,
    Set<Role> roles,
    Optional<Instant> expiresAt) {

  /** The longest name. */
  public static final int MOST_NAME = 100;

  private static final Pattern OWNER = Pattern.compile("[A-Za-z0-9._@+-]{1,100}");
  private static final Pattern TENANT = Pattern.compile("[A-Za-z0-9._-]{1,64}");

  public RequestedKey {
    roles = Set.copyOf(roles);
  }

  /** What is wrong with it, by the member that has it. */
  public Map<String, String> faults(Instant now) {
    Map<String, String> faults = new LinkedHashMap<>();
    if (name.isBlank()
        || name.length() > MOST_NAME
        || name.codePoints().anyMatch(Character::isISOControl)) {
      faults.put("name", "1 to %d characters, none of them a control.".formatted(MOST_NAME));
    }
    if (!OWNER.matcher(owner).matches()) {
      faults.put("owner", "1 to 100 letters, digits and . _ @ + - are needed.");
    }
    if (tenant.filter(of -> !TENANT.matcher(of).matches()).isPresent()) {
      faults.put("tenant", "1 to 64 letters, digits and . _ - are needed.");
    }
    if (roles.isEmpty()) {
      faults.put("roles", "At least one of submit, observe and admin is needed.");
    }
    if (expiresAt.filter(end -> !end.isAfter(now)).isPresent()) {
      faults.put("expiresAt", "This is in the past.");
    }
    return faults;
  }

  /** The first role that it is to have and that its maker lacks. */
  public Optional<Role> beyond(Caller maker) {
    return roles.stream().filter(role -> !maker.may(role)).sorted().findFirst();
  }

  /** The same for that maker, whose tenant it has. */
  public RequestedKey by(Caller maker) {
    return new RequestedKey(name, owner, tenant.or(maker::tenant), roles, expiresAt);
  }

  /** Whether that maker may make keys of this tenant. */
  public boolean isWithin(Caller maker) {
    return maker.tenant().isEmpty() || maker.tenant().equals(tenant);
  }

  /** As it is to be stored. */
  public StoredKey stored(String key, String maker, Instant now) {
    return new StoredKey(
        KeyText.id(key).orElseThrow(),
        name,
        owner,
        tenant.orElse(null),
        roles.stream().map(Role::wireName).collect(Collectors.toUnmodifiableSet()),
        KeyText.digest(key),
        maker,
        now,
        expiresAt.orElse(null),
        null,
        null);
  }
}
