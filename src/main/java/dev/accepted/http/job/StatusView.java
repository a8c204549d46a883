package dev.accepted.http.job;

import dev.accepted.job.AttemptError;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The status representation of a job, member by member in the order of the wire; members that are
 * null are left out.
 *
 * @param status in the wire's spelling
 * @param percentComplete 0 to 100
 * @param labels null rather than empty
 * @param resourceLocation the result's URL, once succeeded
 * @param links by relation, only those that would work now
 */
public record StatusView(
    String id,
    String type,
    String status,
    int priority,
    @Nullable Integer percentComplete,
    @Nullable ProgressView progress,
    int attempt,
    int maxAttempts,
    Instant submittedAt,
    @Nullable Instant startedAt,
    Instant updatedAt,
    @Nullable Instant finishedAt,
    @Nullable Instant runAt,
    @Nullable Instant estimatedCompletionAt,
    @Nullable Instant cancelRequestedAt,
    @Nullable Instant expiresAt,
    @Nullable Map<String, String> labels,
    @Nullable ErrorView error,
    @Nullable ResultView result,
    @Nullable String resourceLocation,
    Map<String, String> links) {

  /**
   * How far the attempt has come.
   *
   * @param total null while unknown
   */
  public record ProgressView(
      long done, @Nullable Long total, @Nullable String unit, @Nullable String message) {}

  /** The last failure, and all before it, oldest first. */
  public record ErrorView(String code, String message, List<AttemptError> attempts) {}

  /**
   * What the result is, without its bytes.
   *
   * @param digest as in RFC 9530
   */
  public record ResultView(
      String mediaType, long length, @Nullable String fileName, String digest) {}
}
