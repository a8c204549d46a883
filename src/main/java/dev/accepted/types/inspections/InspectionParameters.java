package dev.accepted.types.inspections;

import jakarta.json.JsonValue;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An inspection as it was submitted; {@code inspection.schema.json} describes each member. A null
 * stands for the default.
 *
 * @param body a text is sent as it is, anything else as JSON
 */
public record InspectionParameters(
    String url,
    @Nullable String method,
    @Nullable Map<String, String> headers,
    @Nullable JsonValue body,
    @Nullable Boolean allowRemoval,
    @Nullable Boolean allowCancel) {}
