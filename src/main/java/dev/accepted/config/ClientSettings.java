package dev.accepted.config;

import java.util.List;
import java.util.Optional;

/**
 * How people sign in to the pages with an issuer (OpenID Connect, code flow with PKCE).
 *
 * @param id {@code accepted.auth.client}: what the issuer calls this server
 * @param secret {@code accepted.auth.client-secret}: none for a public client
 * @param scopes {@code accepted.auth.client-scopes}: what is asked for; {@code openid} among it
 */
public record ClientSettings(String id, Optional<String> secret, List<String> scopes) {

  public ClientSettings {
    scopes = List.copyOf(scopes);
  }

  /** The secret stays out of logs. */
  @Override
  public String toString() {
    return "ClientSettings[id=" + id + ", scopes=" + scopes + ']';
  }
}
