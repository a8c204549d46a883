package dev.accepted.engine.uploads;

import dev.accepted.store.StoredUpload;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How an upload stands.
 *
 * @param fileName null if it has none
 * @param length in bytes; null while that isn't known
 * @param offset how many bytes are here, and need not be sent again
 * @param sha256 of all of it, in base64; null until it is complete
 * @param expiresAt when it is dropped, unless something happens to it before
 */
public record UploadReport(
    UUID id,
    String mediaType,
    @Nullable String fileName,
    @Nullable Long length,
    long offset,
    @Nullable String sha256,
    Instant createdAt,
    Instant expiresAt) {

  static UploadReport of(StoredUpload stored) {
    return new UploadReport(
        stored.id(),
        stored.mediaType(),
        stored.fileName(),
        stored.length(),
        stored.received(),
        stored.sha256(),
        stored.createdAt(),
        stored.expiresAt());
  }

  /** Whether nothing more is to come. */
  public boolean isComplete() {
    return sha256 != null;
  }
}
