package dev.accepted.guard.tokens;

import com.nimbusds.jwt.JWTClaimsSet;
import dev.accepted.config.IssuerSettings;
import dev.accepted.guard.Caller;
import dev.accepted.guard.Role;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a checked token says of who has it. */
final class Claims {

  private Claims() {}

  /** Who has it; empty if it doesn't say so. */
  static Optional<Caller> caller(JWTClaimsSet claims, IssuerSettings settings) {
    Object name = claims.getClaim(settings.name());
    Object tenant = claims.getClaim(settings.tenant());
    if (!isText(name) || (tenant != null && !isText(tenant))) {
      return Optional.empty();
    }
    return Optional.of(
        new Caller(
            UserName.ofUser((String) name),
            Optional.ofNullable((String) tenant).map(UserName::ofTenant),
            roles(claims, settings.roles())));
  }

  /** Whoever has an empty tenant isn't one without: that would see more. */
  private static boolean isText(@Nullable Object claim) {
    return claim instanceof String text && !text.isBlank();
  }

  private static Set<Role> roles(JWTClaimsSet claims, List<String> names) {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    names.stream()
        .flatMap(name -> texts(find(claims.getClaims(), name)))
        .forEach(text -> Role.named(text).ifPresent(roles::add));
    return roles;
  }

  /** By its whole name or, where there is none of that, by the way that its dots lead. */
  private static @Nullable Object find(Map<?, ?> object, String name) {
    if (object.containsKey(name)) {
      return object.get(name);
    }
    int dot = name.indexOf('.');
    return dot > 0 && object.get(name.substring(0, dot)) instanceof Map<?, ?> inner
        ? find(inner, name.substring(dot + 1))
        : null;
  }

  /** A list, or words with spaces between them as a scope has it (RFC 6749, section 3.3). */
  private static Stream<String> texts(@Nullable Object claim) {
    if (claim instanceof Collection<?> list) {
      return list.stream().filter(String.class::isInstance).map(String.class::cast);
    }
    return claim instanceof String words ? Stream.of(words.split(" ", -1)) : Stream.empty();
  }
}
