package dev.accepted.types.inspections.dialogue;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Where the job was, as far as it was found.
 *
 * @param monitor null if none was found
 * @param result null if none was found, or it is in the monitor's body
 * @param cancel null if the answers name none
 * @param style how the API tells all that, for people
 */
public record Places(
    URI submission,
    @Nullable URI monitor,
    @Nullable URI result,
    @Nullable URI cancel,
    String style) {}
