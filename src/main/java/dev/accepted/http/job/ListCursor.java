package dev.accepted.http.job;

import dev.accepted.job.JobId;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/** Where a page of a list ended, as clients pass it back. To them it is just letters. */
final class ListCursor {

  private static final int BYTES = 16;

  private ListCursor() {}

  /** Spells the last job of a page. */
  static String after(JobId last) {
    ByteBuffer bytes = ByteBuffer.allocate(BYTES);
    bytes.putLong(last.value().getMostSignificantBits());
    bytes.putLong(last.value().getLeastSignificantBits());
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
  }

  /** Reads it; empty if it is none. */
  static Optional<JobId> parse(String cursor) {
    try {
      ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(cursor));
      return bytes.remaining() == BYTES
          ? Optional.of(new JobId(new UUID(bytes.getLong(), bytes.getLong())))
          : Optional.empty();
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }
}
