package dev.accepted.guard.sessions;

import dev.accepted.guard.Caller;
import dev.accepted.guard.Role;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Seals and opens {@link Session}s, and the {@link Attempt}s that lead to some. */
public final class Sessions {

  private static final String SESSION = "session";
  private static final String ATTEMPT = "attempt";

  private static final String KEY = "key";
  private static final String NAME = "name";
  private static final String TENANT = "tenant";
  private static final String ROLES = "roles";
  private static final String STATE = "state";
  private static final String NONCE = "nonce";
  private static final String VERIFIER = "verifier";
  private static final String TARGET = "target";

  private final Seal seal;

  /**
   * With that key.
   *
   * @param key 32 bytes, the same on all nodes
   */
  public Sessions(byte[] key, Clock clock) {
    this.seal = new Seal(key, clock);
  }

  /** What the browser is to keep: letters, digits, dots, hyphens and underscores. */
  public String sealed(Session session) {
    Map<String, Object> content = new HashMap<>();
    if (session.bearer() instanceof Session.ByKey by) {
      content.put(KEY, by.key());
    } else if (session.bearer() instanceof Session.ByIssuer by) {
      content.put(NAME, by.caller().name());
      by.caller().tenant().ifPresent(tenant -> content.put(TENANT, tenant));
      content.put(ROLES, by.caller().roles().stream().map(Role::wireName).toList());
    }
    return seal.seal(SESSION, content, session.until());
  }

  /** What it was; empty if it doesn't count, or no more. */
  public Optional<Session> opened(String sealed) {
    return seal.open(SESSION, sealed).map(Sessions::session);
  }

  private static Session session(Map<String, Object> content) {
    Session.Bearer bearer =
        content.get(KEY) instanceof String key
            ? new Session.ByKey(key)
            : new Session.ByIssuer(
                new Caller(
                    text(content, NAME),
                    Optional.ofNullable((String) content.get(TENANT)),
                    roles(content)));
    return new Session(bearer, end(content));
  }

  private static Set<Role> roles(Map<String, Object> content) {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    if (content.get(ROLES) instanceof Collection<?> names) {
      List.copyOf(names).forEach(name -> Role.named(name.toString()).ifPresent(roles::add));
    }
    return roles;
  }

  /** What the browser is to keep while someone signs in elsewhere. */
  public String sealed(Attempt attempt, Instant until) {
    return seal.seal(
        ATTEMPT,
        Map.of(
            STATE, attempt.state(),
            NONCE, attempt.nonce(),
            VERIFIER, attempt.verifier(),
            TARGET, attempt.target()),
        until);
  }

  /** What it was; empty if it doesn't count, or no more. */
  public Optional<Attempt> attempt(String sealed) {
    return seal.open(ATTEMPT, sealed)
        .map(
            content ->
                new Attempt(
                    text(content, STATE),
                    text(content, NONCE),
                    text(content, VERIFIER),
                    text(content, TARGET)));
  }

  private static String text(Map<String, Object> content, String name) {
    return String.valueOf(content.get(name));
  }

  private static Instant end(Map<String, Object> content) {
    return ((Date) Objects.requireNonNull(content.get("exp"))).toInstant();
  }
}
