package dev.accepted.guard.keys;

import dev.accepted.store.StoredKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What may be told of a key.
 *
 * @param roles their names, in alphabetical order
 * @param createdBy owner text of who made it
 * @param lastUsedAt to about a minute
 */
public record KeyReport(
    String id,
    String name,
    String owner,
    Optional<String> tenant,
    List<String> roles,
    String createdBy,
    Instant createdAt,
    Optional<Instant> expiresAt,
    Optional<Instant> revokedAt,
    Optional<Instant> lastUsedAt) {

  /** Of a key as it is stored. */
  public static KeyReport of(StoredKey key) {
    return new KeyReport(
        key.id(),
        key.name(),
        key.owner(),
        Optional.ofNullable(key.tenant()),
        key.roles().stream().sorted().toList(),
        key.createdBy(),
        key.createdAt(),
        Optional.ofNullable(key.expiresAt()),
        Optional.ofNullable(key.revokedAt()),
        Optional.ofNullable(key.lastUsedAt()));
  }

  /**
   * One that was just made.
   *
   * @param secret the key as it is to be sent, which nobody is told again
   */
  public record WithSecret(KeyReport key, String secret) {

    /** The secret stays out of logs. */
    @Override
    public String toString() {
      return "WithSecret[" + key + ']';
    }
  }
}
