package dev.accepted.job;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One run of a job type, and the one place that says how a job may change. Immutable: each change
 * gives a new value. The store writes the same change to the row, guarded by the status and the
 * claim it starts from.
 *
 * <pre>
 *   accepted ──► SCHEDULED ── due ──► QUEUED ── started ──► RUNNING ── succeeded ──► SUCCEEDED
 *                    ▲                  ▲                    │ │ │
 *                    └──── retrying ────┼────────────────────┘ │ ├── failed ───► FAILED ────┐
 *                                       ├────── released ──────┘ └── canceled ─► CANCELED ──┤
 *                                       └─────────────────── retried ──────────────────────┘
 *   SCHEDULED and QUEUED can be canceled, too.
 * </pre>
 */
public record Job(JobId id, Submission submission, JobState state) {

  /** A job as it is accepted: queued, or scheduled if it is to run later. */
  public static Job accepted(JobId id, Submission submission) {
    JobOptions options = submission.options();
    Instant now = submission.submittedAt();
    Instant runAt = options.runAt();
    boolean later = runAt != null && runAt.isAfter(now);
    JobStatus status = later ? JobStatus.SCHEDULED : JobStatus.QUEUED;
    JobState state =
        new JobState(
            status,
            0,
            options.maxAttempts(),
            0,
            1,
            now,
            null,
            null,
            later ? runAt : null,
            null,
            null,
            Progress.NONE,
            List.of(),
            null);
    return new Job(id, submission, state);
  }

  /** Its time has come: it waits for a slot. */
  public Job due(Instant now) {
    return change(
        now,
        draft -> {
          draft.status = JobStatus.QUEUED;
          draft.runAt = null;
        });
  }

  /** A worker has taken it: its next attempt begins. */
  public Job started(Instant now) {
    return change(
        now,
        draft -> {
          draft.status = JobStatus.RUNNING;
          draft.attempt++;
          draft.claim++;
          draft.startedAt = now;
          draft.runAt = null;
          draft.progress = Progress.NONE;
        });
  }

  /** The attempt has come further. The stored row follows behind, so the revision stays. */
  public Job progressed(Progress progress, Instant now) {
    return change(
        now,
        draft -> {
          draft.progress = progress;
          draft.revision--;
        });
  }

  /** Finished, with a result or, if that is null, without content. */
  public Job succeeded(@Nullable ContentInfo result, Instant now) {
    return finished(JobStatus.SUCCEEDED, now, draft -> draft.result = result);
  }

  /** Finished: no attempt is left, or none would help. */
  public Job failed(AttemptError error, Instant now) {
    return finished(JobStatus.FAILED, now, draft -> draft.add(error));
  }

  /** Finished because that was asked for. */
  public Job canceled(Instant now) {
    return finished(JobStatus.CANCELED, now, draft -> {});
  }

  /** Finished because its own body found it pointless. */
  public Job canceled(AttemptError error, Instant now) {
    return finished(JobStatus.CANCELED, now, draft -> draft.add(error));
  }

  /** The attempt failed; the next begins at {@code runAt}. */
  public Job retrying(AttemptError error, Instant runAt, Instant now) {
    return change(
        now,
        draft -> {
          draft.status = JobStatus.SCHEDULED;
          draft.runAt = runAt;
          draft.add(error);
        });
  }

  /** Handed back by a server that stops: the attempt isn't counted. */
  public Job released(Instant now) {
    return change(
        now,
        draft -> {
          draft.status = JobStatus.QUEUED;
          draft.attempt--;
        });
  }

  /** A running job is to stop. */
  public Job cancelRequested(Instant now) {
    return change(now, draft -> draft.cancelRequestedAt = now);
  }

  /**
   * Put back by its client after it had failed or been canceled; it has at least one more attempt.
   */
  public Job retried(Instant now) {
    return change(
        now,
        draft -> {
          draft.status = JobStatus.QUEUED;
          draft.maxAttempts = Math.max(draft.maxAttempts, draft.attempt + 1);
          draft.finishedAt = null;
          draft.cancelRequestedAt = null;
          draft.expiresAt = null;
          draft.runAt = null;
          draft.progress = Progress.NONE;
        });
  }

  /** A job that waits is wanted sooner, or later, than it was. */
  public Job prioritized(int priority, Instant now) {
    return new Job(id, submission.withPriority(priority), change(now, draft -> {}).state());
  }

  /** True if another attempt may follow the current one. */
  public boolean hasAttemptsLeft() {
    return state.attempt() < state.maxAttempts();
  }

  public String owner() {
    return submission.owner();
  }

  /** The job type's name. */
  public String type() {
    return submission.type();
  }

  public JobStatus status() {
    return state.status();
  }

  public JobOptions options() {
    return submission.options();
  }

  private Job finished(JobStatus status, Instant now, Consumer<StateDraft> more) {
    return change(
        now,
        draft -> {
          draft.status = status;
          draft.runAt = null;
          draft.finishedAt = now;
          draft.expiresAt = now.plus(options().retain());
          more.accept(draft);
        });
  }

  private Job change(Instant now, Consumer<StateDraft> changes) {
    StateDraft draft = new StateDraft(state, now);
    changes.accept(draft);
    return new Job(id, submission, draft.freeze());
  }
}
