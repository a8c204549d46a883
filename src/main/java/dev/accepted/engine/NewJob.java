package dev.accepted.engine;

import dev.accepted.content.StagedFile;
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
 */
public record NewJob(
    String owner,
    String type,
    JsonObject input,
    @Nullable StagedFile file,
    RequestedOptions options,
    @Nullable String idempotencyKey) {}
