package dev.accepted.store;

import dev.accepted.job.ContentInfo;
import dev.accepted.job.Job;
import dev.accepted.job.JobId;
import dev.accepted.job.JobOptions;
import dev.accepted.job.JobState;
import dev.accepted.job.JobStatus;
import dev.accepted.job.Progress;
import dev.accepted.job.Submission;
import dev.accepted.job.TraceContext;
import dev.accepted.sql.Row;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How a row of the table {@code job} becomes a {@link Job}. */
final class JobRow {

  /** What {@link #job} needs: all but the input, the checkpoint and the bytes of a small result. */
  static final String COLUMNS =
      """
      id, owner, type, status, priority, attempt, max_attempts, claim, revision, submitted_at, updated_at,
      started_at, finished_at, run_at, wake_at, cancel_requested_at, timeout_ms, retain_ms, labels,
      input_media_type, input_length, input_file_name, input_sha256, traceparent, tracestate,
      progress_done, progress_total, progress_unit, progress_message, errors,
      result_media_type, result_length, result_file_name, result_sha256, callback
      """;

  private JobRow() {}

  static Job job(Row row) throws SQLException {
    return new Job(new JobId(row.uuid("id")), submission(row), state(row));
  }

  private static Submission submission(Row row) throws SQLException {
    return new Submission(
        row.text("owner"),
        row.text("type"),
        row.instant("submitted_at"),
        content(row, "input"),
        new JobOptions(
            row.number("priority"),
            row.instantOrNull("run_at"),
            Duration.ofMillis(row.longNumber("timeout_ms")),
            Duration.ofMillis(row.longNumber("retain_ms")),
            row.number("max_attempts"),
            JsonText.labels(row.textOrNull("labels")),
            CallbackText.read(row.textOrNull("callback"))),
        trace(row));
  }

  private static @Nullable TraceContext trace(Row row) throws SQLException {
    String traceparent = row.textOrNull("traceparent");
    return traceparent == null ? null : new TraceContext(traceparent, row.textOrNull("tracestate"));
  }

  private static JobState state(Row row) throws SQLException {
    JobStatus status = JobStatus.of(row.text("status"));
    Instant wakeAt = row.instantOrNull("wake_at");
    return new JobState(
        status,
        row.number("attempt"),
        row.number("max_attempts"),
        row.longNumber("claim"),
        row.longNumber("revision"),
        row.instant("updated_at"),
        row.instantOrNull("started_at"),
        row.instantOrNull("finished_at"),
        status == JobStatus.SCHEDULED ? wakeAt : null,
        row.instantOrNull("cancel_requested_at"),
        status.isFinal() ? wakeAt : null,
        new Progress(
            row.longNumber("progress_done"),
            row.longNumber("progress_total"),
            row.textOrNull("progress_unit"),
            row.textOrNull("progress_message")),
        JsonText.errors(row.textOrNull("errors")),
        content(row, "result"));
  }

  private static @Nullable ContentInfo content(Row row, String name) throws SQLException {
    String mediaType = row.textOrNull(name + "_media_type");
    if (mediaType == null) {
      return null;
    }
    return new ContentInfo(
        name,
        mediaType,
        row.longNumber(name + "_length"),
        row.textOrNull(name + "_file_name"),
        row.text(name + "_sha256"));
  }

  /** The column {@code wake_at} of a job in that state. */
  static @Nullable Instant wakeAt(JobState state) {
    return state.status().isFinal() ? state.expiresAt() : state.runAt();
  }
}
