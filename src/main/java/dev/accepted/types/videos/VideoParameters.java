package dev.accepted.types.videos;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What to make of the film; {@link VideoType#SCHEMA} describes each member. A null stands for the
 * default.
 */
public record VideoParameters(
    VideoFormat format,
    @Nullable Integer width,
    @Nullable Integer height,
    @Nullable Duration start,
    @Nullable Duration duration,
    @Nullable Boolean thumbnail) {}
