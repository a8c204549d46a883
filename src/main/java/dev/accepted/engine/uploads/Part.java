package dev.accepted.engine.uploads;

import dev.accepted.store.StoredUpload;
import org.jspecify.annotations.Nullable;

/**
 * What a request says of the part that it brings.
 *
 * @param offset where in the upload it begins, in bytes
 * @param completes whether nothing follows it
 * @param length of the part, in bytes; null while that isn't known
 * @param whole length of the whole upload, as it is announced; null if it isn't
 * @param most the longest that the upload may get, in bytes
 */
public record Part(
    long offset, boolean completes, @Nullable Long length, @Nullable Long whole, long most) {

  /**
   * Passes if it can be appended to an upload that stands so.
   *
   * @return the length of the whole, as far as that is known by then
   * @throws UploadRefused if it can't
   */
  @Nullable Long check(StoredUpload seen) {
    UploadReport report = UploadReport.of(seen);
    if (offset != seen.received()) {
      throw new UploadRefused.Mismatch(report, offset);
    }
    if (seen.isComplete()) {
      throw length == null || length == 0
          ? new UploadRefused.Completed(report)
          : new UploadRefused.InconsistentLength(
              "The upload was completed at %d bytes; nothing can follow.".formatted(offset),
              report);
    }
    Long known = same(same(seen.length(), whole, report), completes ? end() : null, report);
    long least = Math.max(known == null ? 0 : known, length == null ? offset : offset + length);
    if (known != null && least > known) {
      throw new UploadRefused.InconsistentLength(
          "The upload is %d bytes long, and this part would end at %d.".formatted(known, least),
          report);
    }
    if (least > most) {
      throw new UploadRefused.TooLong(most, report);
    }
    return known;
  }

  private @Nullable Long end() {
    return length == null ? null : offset + length;
  }

  private static @Nullable Long same(
      @Nullable Long one, @Nullable Long other, UploadReport report) {
    if (one != null && other != null && !one.equals(other)) {
      throw new UploadRefused.InconsistentLength(
          "The upload can't be both %d and %d bytes long.".formatted(one, other), report);
    }
    return one == null ? other : one;
  }
}
