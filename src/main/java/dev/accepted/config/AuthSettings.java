package dev.accepted.config;

import java.time.Duration;
import java.util.Optional;

/**
 * How callers are known.
 *
 * @param keys whether API keys count: {@code keys} in {@code accepted.auth}
 * @param open {@code accepted.auth.open}: whether a server where nobody signs in may be reached
 *     from elsewhere
 * @param issuer whose bearer tokens count: {@code oidc} in {@code accepted.auth}
 * @param adminKey {@code accepted.auth.admin-key.hash}: SHA-256, in hexadecimal digits, of a key
 *     that has all roles and is not in the store
 * @param session {@code accepted.auth.session}: after how long someone who signed in to the pages
 *     has to do so again
 */
public record AuthSettings(
    boolean keys,
    boolean open,
    Optional<IssuerSettings> issuer,
    Optional<String> adminKey,
    Duration session) {

  /** Nobody signs in, and all come from this machine. */
  public static final AuthSettings DEFAULTS =
      new AuthSettings(false, false, Optional.empty(), Optional.empty(), Duration.ofHours(8));

  /** Whether nobody signs in, so that everybody may do everything. */
  public boolean none() {
    return !keys && issuer.isEmpty();
  }

  /** The digest stays out of logs. */
  @Override
  public String toString() {
    return "AuthSettings[keys=" + keys + ", open=" + open + ", issuer=" + issuer + ']';
  }
}
