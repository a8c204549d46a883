package dev.accepted.job;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What changes in the life of a job. {@link Job} has the changes.
 *
 * @param attempt the current or last attempt; 0 before the first
 * @param maxAttempts attempts in all; grows when a client retries
 * @param claim how often a worker has taken the job: the fencing token of its worker, so that one
 *     that lost the job can't finish its successor. Unlike {@code attempt} it also grows when a job
 *     is handed back unspent
 * @param revision grows with each change of the stored row
 * @param updatedAt the last change, progress included
 * @param startedAt when the current or last attempt began
 * @param runAt while scheduled: when it comes due
 * @param expiresAt once finished: when it is dropped
 * @param progress of the current or last attempt
 * @param errors one for each attempt that ended without a result, oldest first
 */
public record JobState(
    JobStatus status,
    int attempt,
    int maxAttempts,
    long claim,
    long revision,
    Instant updatedAt,
    @Nullable Instant startedAt,
    @Nullable Instant finishedAt,
    @Nullable Instant runAt,
    @Nullable Instant cancelRequestedAt,
    @Nullable Instant expiresAt,
    Progress progress,
    List<AttemptError> errors,
    @Nullable ContentInfo result) {

  public JobState {
    errors = List.copyOf(errors);
    if (status.isFinal() != (finishedAt != null)) {
      throw new IllegalArgumentException("finishedAt is set exactly when a job is finished");
    }
  }
}
