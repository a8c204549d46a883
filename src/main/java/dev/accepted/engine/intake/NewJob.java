package dev.accepted.engine.intake;

import dev.accepted.content.StagedFile;
import dev.accepted.job.TraceContext;
import jakarta.json.JsonObject;
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
 */
public record NewJob(
    String owner,
    String type,
    JsonObject input,
    @Nullable StagedFile file,
    RequestedOptions options,
    @Nullable String idempotencyKey,
    @Nullable TraceContext trace,
    String links) {

  /** One that is part of no trace. */
  public NewJob(
      String owner,
      String type,
      JsonObject input,
      @Nullable StagedFile file,
      RequestedOptions options,
      @Nullable String idempotencyKey) {
    this(owner, type, input, file, options, idempotencyKey, null, "/");
  }
}
