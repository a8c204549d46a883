package dev.accepted.job;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A state in the making: a change starts from a copy of the state before it, and touches what it
 * changes.
 */
final class StateDraft {

  private static final int MOST_ERRORS = 100;

  JobStatus status;
  int attempt;
  int maxAttempts;
  long claim;
  long revision;
  Instant updatedAt;
  @Nullable Instant startedAt;
  @Nullable Instant finishedAt;
  @Nullable Instant runAt;
  @Nullable Instant cancelRequestedAt;
  @Nullable Instant expiresAt;
  Progress progress;
  List<AttemptError> errors;
  @Nullable ContentInfo result;

  StateDraft(JobState state, Instant now) {
    status = state.status();
    attempt = state.attempt();
    maxAttempts = state.maxAttempts();
    claim = state.claim();
    revision = state.revision() + 1;
    updatedAt = now;
    startedAt = state.startedAt();
    finishedAt = state.finishedAt();
    runAt = state.runAt();
    cancelRequestedAt = state.cancelRequestedAt();
    expiresAt = state.expiresAt();
    progress = state.progress();
    errors = state.errors();
    result = state.result();
  }

  /** The newest are kept: a job may be retried for ever. */
  void add(AttemptError error) {
    errors = new ArrayList<>(errors);
    errors.add(error);
    if (errors.size() > MOST_ERRORS) {
      errors.remove(0);
    }
  }

  JobState freeze() {
    return new JobState(
        status,
        attempt,
        maxAttempts,
        claim,
        revision,
        updatedAt,
        startedAt,
        finishedAt,
        runAt,
        cancelRequestedAt,
        expiresAt,
        progress,
        errors,
        result);
  }
}
