package dev.accepted.job;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What was submitted; never changes, but for the priority. The input's JSON is not part of it: only
 * the body of the job needs that.
 *
 * @param owner the caller who submitted it
 * @param type the job type's name
 * @param submittedAt when it was accepted
 * @param file the file that came along
 * @param trace the trace of which it was a part; null if its client told of none
 */
public record Submission(
    String owner,
    String type,
    Instant submittedAt,
    @Nullable ContentInfo file,
    JobOptions options,
    @Nullable TraceContext trace) {

  /** One that is part of no trace. */
  public Submission(
      String owner,
      String type,
      Instant submittedAt,
      @Nullable ContentInfo file,
      JobOptions options) {
    this(owner, type, submittedAt, file, options, null);
  }

  /** The same with another priority. */
  Submission withPriority(int priority) {
    return new Submission(owner, type, submittedAt, file, options.withPriority(priority), trace);
  }
}
