package dev.accepted.engine.intake;

import dev.accepted.content.StagedFile;
import dev.accepted.job.Submitter;
import dev.accepted.job.TraceContext;
import jakarta.json.JsonObject;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A submission that is not accepted yet.
 *
 * @param owner the caller
 * @param type the job type's name
 * @param input the input's JSON
 * @param file the file that came along; the caller closes it in any case
 * @param idempotencyKey null for none
 * @param trace the trace of which the request is a part; null for none. Not part of what the key
 *     stands for: a repeated request has a trace of its own
 * @param links what URLs begin with for this caller, with a slash at its end; callbacks have them
 * @param byAdmin whether the caller may change everybody's jobs, of its tenant if it has one; never
 *     true of what the server submits by itself
 * @param upload that the job takes as its file, in place of one that came along; null for none
 */
public record NewJob(
    String owner,
    String type,
    JsonObject input,
    @Nullable StagedFile file,
    RequestedOptions options,
    @Nullable String idempotencyKey,
    @Nullable TraceContext trace,
    String links,
    boolean byAdmin,
    @Nullable UUID upload) {

  /** One by somebody who may change no jobs but its own. */
  public NewJob(
      String owner,
      String type,
      JsonObject input,
      @Nullable StagedFile file,
      RequestedOptions options,
      @Nullable String idempotencyKey,
      @Nullable TraceContext trace,
      String links) {
    this(owner, type, input, file, options, idempotencyKey, trace, links, false, null);
  }

  /** The same that is part of no trace. */
  public NewJob(
      String owner,
      String type,
      JsonObject input,
      @Nullable StagedFile file,
      RequestedOptions options,
      @Nullable String idempotencyKey) {
    this(owner, type, input, file, options, idempotencyKey, null, "/");
  }

  /** The same with the file that its upload has become. */
  public NewJob with(StagedFile staged) {
    return new NewJob(
        owner, type, input, staged, options, idempotencyKey, trace, links, byAdmin, upload);
  }

  /** Who submits it. */
  public Submitter submitter() {
    return new Submitter(owner, byAdmin);
  }
}
