package dev.accepted.config;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads whose bearer tokens count. */
final class IssuerSettingsReader {

  /** With keys of two halves only: whoever checks a signature can't make one. */
  private static final Set<String> ALGORITHMS =
      Set.of("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512");

  private static final Duration SKEW = Duration.ofSeconds(30);
  private static final Duration MOST_SKEW = Duration.ofMinutes(5);

  private final PropertyReader properties;

  IssuerSettingsReader(PropertyReader properties) {
    this.properties = properties;
  }

  /** Empty if something is missing, which is a fault. */
  Optional<IssuerSettings> read() {
    Optional<URI> issuer = properties.optional("accepted.auth.issuer", IssuerSettingsReader::safe);
    Optional<String> audience = properties.optional("accepted.auth.audience", text -> text);
    if (issuer.isEmpty() || audience.isEmpty()) {
      properties.fault(
          "accepted.auth: oidc needs both accepted.auth.issuer and accepted.auth.audience");
      return Optional.empty();
    }
    return Optional.of(
        new IssuerSettings(
            issuer.get(),
            audience.get(),
            properties.value("accepted.auth.skew", IssuerSettingsReader::skew, SKEW),
            properties.value(
                "accepted.auth.algorithms", IssuerSettingsReader::algorithms, ALGORITHMS),
            properties.value("accepted.auth.claims.name", name -> name, "sub"),
            properties.value("accepted.auth.claims.tenant", name -> name, "tenant"),
            properties.value(
                "accepted.auth.claims.roles",
                IssuerSettingsReader::names,
                List.of("roles", "scope")),
            client()));
  }

  private Optional<ClientSettings> client() {
    Optional<String> id = properties.optional("accepted.auth.client", text -> text);
    Optional<String> secret = properties.secret("accepted.auth.client-secret", text -> text);
    List<String> scopes =
        properties.value(
            "accepted.auth.client-scopes", IssuerSettingsReader::scopes, List.of("openid"));
    if (secret.isPresent() && id.isEmpty()) {
      properties.fault("accepted.auth.client-secret: this needs accepted.auth.client beside it");
    }
    return id.map(client -> new ClientSettings(client, secret, scopes));
  }

  private static List<String> scopes(String list) {
    List<String> scopes = List.of(list.strip().split("[\\s,]+", -1));
    if (!scopes.contains("openid")) {
      throw new IllegalArgumentException("openid is needed among them");
    }
    return scopes;
  }

  private static URI safe(String text) {
    URI url = PropertyReader.origin(text);
    if (!IssuerSettings.isSafe(url)) {
      throw new IllegalArgumentException(
          "a URL that begins with https: is needed, or one of this machine's");
    }
    return url;
  }

  private static Duration skew(String text) {
    Duration skew = PropertyReader.wholeDuration(text);
    if (skew.compareTo(MOST_SKEW) > 0) {
      throw new IllegalArgumentException("at most " + MOST_SKEW);
    }
    return skew;
  }

  private static Set<String> algorithms(String list) {
    Set<String> chosen = Set.copyOf(names(list));
    if (!ALGORITHMS.containsAll(chosen)) {
      throw new IllegalArgumentException("these count: " + ALGORITHMS.stream().sorted().toList());
    }
    return chosen;
  }

  private static List<String> names(String list) {
    return Stream.of(list.split(",", -1)).map(String::strip).toList();
  }
}
