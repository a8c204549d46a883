package dev.accepted.http.keys;

import dev.accepted.guard.keys.KeyReport;
import dev.accepted.http.wire.Urls;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An API key.
 *
 * @param key what is to be sent; in the answer that tells of a new one, else null
 * @param owner whose jobs it submits and sees
 * @param tenant null for none
 * @param expiresAt null for never
 * @param revokedAt null if it isn't
 * @param lastUsedAt to about a minute; null if it never was
 */
public record KeyView(
    String id,
    @Nullable String key,
    String name,
    String owner,
    @Nullable String tenant,
    List<String> roles,
    String createdBy,
    Instant createdAt,
    @Nullable Instant expiresAt,
    @Nullable Instant revokedAt,
    @Nullable Instant lastUsedAt,
    Map<String, String> links) {

  static KeyView of(KeyReport report, Urls urls) {
    return of(report, null, urls);
  }

  static KeyView of(KeyReport.WithSecret made, Urls urls) {
    return of(made.key(), made.secret(), urls);
  }

  private static KeyView of(KeyReport report, @Nullable String key, Urls urls) {
    return new KeyView(
        report.id(),
        key,
        report.name(),
        report.owner(),
        report.tenant().orElse(null),
        report.roles(),
        report.createdBy(),
        report.createdAt(),
        report.expiresAt().orElse(null),
        report.revokedAt().orElse(null),
        report.lastUsedAt().orElse(null),
        Map.of("self", urls.key(report.id())));
  }
}
