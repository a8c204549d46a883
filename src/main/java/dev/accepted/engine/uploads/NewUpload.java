package dev.accepted.engine.uploads;

import org.jspecify.annotations.Nullable;

/**
 * An upload that somebody is about to begin.
 *
 * @param owner the caller
 * @param mediaType such as {@code text/csv}
 * @param fileName null if it has none
 * @param length in bytes; null while that isn't known
 * @param most the longest that it may get, in bytes
 */
public record NewUpload(
    String owner, String mediaType, @Nullable String fileName, @Nullable Long length, long most) {}
