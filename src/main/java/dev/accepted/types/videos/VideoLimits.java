package dev.accepted.types.videos;

import java.time.Duration;

/**
 * How much a conversion may take. Pictures are bounded by {@link Source}, the film by {@link
 * Conversion}.
 *
 * @param length the longest film that is made
 * @param cpu the most CPU time of one run of the encoder, all threads together
 * @param memory the most bytes of address space of the encoder, where the system can bound it
 */
public record VideoLimits(Duration length, Duration cpu, long memory) {}
