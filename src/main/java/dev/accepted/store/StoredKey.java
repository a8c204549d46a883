package dev.accepted.store;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An API key, without its secret.
 *
 * @param id stands in the key; letters and digits
 * @param name what people call it
 * @param owner whose jobs it submits and sees, within its tenant
 * @param tenant null for none
 * @param roles names of roles
 * @param digest SHA-256 of the key as it is sent, in hexadecimal digits
 * @param createdBy owner text of who made it
 * @param lastUsedAt not to the second; null if it never was
 */
public record StoredKey(
    String id,
    String name,
    String owner,
    @Nullable String tenant,
    Set<String> roles,
    String digest,
    String createdBy,
    Instant createdAt,
    @Nullable Instant expiresAt,
    @Nullable Instant revokedAt,
    @Nullable Instant lastUsedAt) {

  public StoredKey {
    roles = Set.copyOf(roles);
  }

  /** Whether it counts at that time. */
  public boolean counts(Instant now) {
    return revokedAt == null && !hasExpired(now);
  }

  /** Whether its time is over. */
  public boolean hasExpired(Instant now) {
    return expiresAt != null && !now.isBefore(expiresAt);
  }

  /** The digest stays out of logs. */
  @Override
  public String toString() {
    return "StoredKey[id="
        + id
        + ", owner="
        + owner
        + ", tenant="
        + tenant
        + ", roles="
        + roles
        + ']';
  }
}
