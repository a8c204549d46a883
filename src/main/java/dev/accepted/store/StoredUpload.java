package dev.accepted.store;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file on its way in, which may take several requests.
 *
 * @param mediaType such as {@code text/csv}
 * @param fileName as its client calls it; null if it doesn't
 * @param length in bytes, as its client said; null while that isn't known
 * @param received how many of them are here for good
 * @param sha256 of all of it, in base64; null until it is complete
 * @param claim of the latest request that wrote it, or ended another's writing
 * @param file the number in its file's name
 * @param holder the server that may have the file open; null when none has
 * @param expiresAt when it is dropped, unless something happens to it before
 */
public record StoredUpload(
    UUID id,
    String owner,
    String mediaType,
    @Nullable String fileName,
    @Nullable Long length,
    long received,
    @Nullable String sha256,
    long claim,
    long file,
    @Nullable UUID holder,
    Instant createdAt,
    Instant expiresAt) {

  /** A new one, of which nothing has come yet. */
  public static StoredUpload begun(
      UUID id,
      String owner,
      String mediaType,
      @Nullable String fileName,
      @Nullable Long length,
      Instant now,
      Instant expires) {
    return new StoredUpload(
        id, owner, mediaType, fileName, length, 0, null, 0, 0, null, now, expires);
  }

  /** Whether its client has said that nothing more is to come. */
  public boolean isComplete() {
    return sha256 != null;
  }

  /** The same with the claim of whoever comes next. */
  StoredUpload claimed(
      long file, @Nullable UUID holder, @Nullable Long knownLength, Instant expires) {
    return new StoredUpload(
        id,
        owner,
        mediaType,
        fileName,
        knownLength,
        received,
        sha256,
        claim + 1,
        file,
        holder,
        createdAt,
        expires);
  }

  /** The same with more that has come. */
  StoredUpload grown(long nowReceived, @Nullable UUID newHolder, Instant expires) {
    return new StoredUpload(
        id,
        owner,
        mediaType,
        fileName,
        length,
        nowReceived,
        sha256,
        claim,
        file,
        newHolder,
        createdAt,
        expires);
  }

  /** The same with nothing more to come. */
  StoredUpload completed(String digest, Instant expires) {
    return new StoredUpload(
        id, owner, mediaType, fileName, received, received, digest, claim, file, null, createdAt,
        expires);
  }
}
