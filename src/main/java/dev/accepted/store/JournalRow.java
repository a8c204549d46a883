package dev.accepted.store;

import dev.accepted.job.AttemptError;
import dev.accepted.job.Job;
import dev.accepted.job.JobEvent.Kind;
import dev.accepted.job.JobId;
import dev.accepted.job.JobOptions;
import dev.accepted.job.JobState;
import dev.accepted.job.JobStatus;
import dev.accepted.job.LogLine;
import dev.accepted.job.Progress;
import dev.accepted.job.Submission;
import dev.accepted.sql.Row;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A row of the table {@code event}: what has changed since can be taken back by it. */
record JournalRow(
    long number,
    int numbers,
    Kind kind,
    JobId id,
    String owner,
    String type,
    Instant at,
    Instant updatedAt,
    JobStatus status,
    int attempt,
    @Nullable Instant startedAt,
    @Nullable Instant runAt,
    Progress progress,
    List<LogLine> lines) {

  static final String COLUMNS =
      """
      number, numbers, kind, job_id, owner, type, at, updated_at, status, attempt, started_at, run_at,
      progress_done, progress_total, progress_unit, progress_message, log_lines
      """;

  /** Of one that is gone: what it was submitted with is not known any more. */
  private static final JobOptions NO_OPTIONS =
      new JobOptions(4, null, Duration.ZERO, Duration.ZERO, 1, Map.of());

  static JournalRow read(Row row) throws SQLException {
    return new JournalRow(
        row.longNumber("number"),
        row.number("numbers"),
        Kind.valueOf(row.text("kind")),
        new JobId(row.uuid("job_id")),
        row.text("owner"),
        row.text("type"),
        row.instant("at"),
        row.instant("updated_at"),
        JobStatus.of(row.text("status")),
        row.number("attempt"),
        row.instantOrNull("started_at"),
        row.instantOrNull("run_at"),
        new Progress(
            row.longNumber("progress_done"),
            row.longNumber("progress_total"),
            row.textOrNull("progress_unit"),
            row.textOrNull("progress_message")),
        JsonText.lines(row.textOrNull("log_lines")));
  }

  /**
   * The entry, with the job as it was then.
   *
   * @param now the job as it is; null if it is gone
   */
  JournalEntry entry(@Nullable Job now) {
    Job then =
        now == null
            ? new Job(
                id, new Submission(owner, type, updatedAt, null, NO_OPTIONS, null), stateThen(null))
            : new Job(id, now.submission(), stateThen(now));
    return new JournalEntry(number, numbers, kind, at, then, lines);
  }

  private JobState stateThen(@Nullable Job now) {
    JobState state = now == null ? null : now.state();
    boolean ended = status.isFinal();
    Instant canceled = state == null ? null : state.cancelRequestedAt();
    return new JobState(
        status,
        attempt,
        state == null ? Math.max(1, attempt) : state.maxAttempts(),
        0,
        0,
        updatedAt,
        startedAt,
        ended ? updatedAt : null,
        runAt,
        canceled == null || canceled.isAfter(at) ? null : canceled,
        ended && now != null ? updatedAt.plus(now.options().retain()) : null,
        progress,
        state == null ? List.of() : errorsThen(state),
        state == null || status != JobStatus.SUCCEEDED ? null : state.result());
  }

  /** By attempt, not by time: servers' clocks differ. */
  private List<AttemptError> errorsThen(JobState now) {
    int ended = status == JobStatus.RUNNING ? attempt - 1 : attempt;
    return now.errors().stream().filter(error -> error.attempt() <= ended).toList();
  }
}
