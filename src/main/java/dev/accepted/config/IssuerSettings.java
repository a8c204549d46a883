package dev.accepted.config;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Whose bearer tokens count (OpenID Connect), and what is read in them.
 *
 * @param issuer {@code accepted.auth.issuer}: as it stands in its tokens
 * @param audience {@code accepted.auth.audience}: what this server is called in them
 * @param skew {@code accepted.auth.skew}: how much its clock may differ
 * @param algorithms {@code accepted.auth.algorithms}: which signatures count; none with a shared
 *     secret
 * @param name {@code accepted.auth.claims.name}: the claim that tells users apart
 * @param tenant {@code accepted.auth.claims.tenant}: the claim with the tenant
 * @param roles {@code accepted.auth.claims.roles}: the claims with names of roles; a dot leads into
 *     an object
 * @param client how people sign in to the pages there; none if they don't
 */
public record IssuerSettings(
    URI issuer,
    String audience,
    Duration skew,
    Set<String> algorithms,
    String name,
    String tenant,
    List<String> roles,
    Optional<ClientSettings> client) {

  public IssuerSettings {
    algorithms = Set.copyOf(algorithms);
    roles = List.copyOf(roles);
  }

  /** Whether what comes from there can't be changed on its way: by TLS, or within this machine. */
  public static boolean isSafe(URI url) {
    String host = url.getHost();
    if (host == null) {
      return false;
    }
    boolean here = host.equals("127.0.0.1") || host.equals("localhost") || host.equals("[::1]");
    return "https".equals(url.getScheme()) || (here && "http".equals(url.getScheme()));
  }
}
