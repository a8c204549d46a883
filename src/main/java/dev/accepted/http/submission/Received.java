package dev.accepted.http.submission;

import dev.accepted.content.StagedFile;
import jakarta.json.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * What a submission's body holds.
 *
 * @param file the file that came along; whoever has this closes it
 */
record Received(JsonObject input, @Nullable StagedFile file) {}
