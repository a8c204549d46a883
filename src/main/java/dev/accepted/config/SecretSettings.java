package dev.accepted.config;

import java.util.Optional;

/**
 * The server's own secret, from which it derives the keys of what it signs and encrypts for itself.
 *
 * @param hex {@code accepted.secret} in hexadecimal digits, at least 32 bytes; empty for one that
 *     is made and kept in the store
 */
public record SecretSettings(Optional<String> hex) {

  /** One is made. */
  public static final SecretSettings DEFAULTS = new SecretSettings(Optional.empty());

  /** It stays out of logs. */
  @Override
  public String toString() {
    return "SecretSettings[set=" + hex.isPresent() + ']';
  }
}
