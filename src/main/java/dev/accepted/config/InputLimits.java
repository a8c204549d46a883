package dev.accepted.config;

import java.time.Duration;

/**
 * How much a job may make of what it was given. What a request may hold is bounded where it is
 * read; see {@code docs/abuse.md} for all of it.
 *
 * @param resultBytes {@code accepted.result.max}: the longest result, and the longest file beside
 *     one
 * @param importRows {@code accepted.imports.rows}: the most rows that one import may load
 * @param videoLength {@code accepted.videos.length}: the longest film that is made
 * @param videoCpu {@code accepted.videos.cpu}: the most CPU time that one run of the encoder may
 *     use
 * @param videoMemory {@code accepted.videos.memory}: the most bytes of address space that the
 *     encoder may have, where the system can bound it
 */
public record InputLimits(
    long resultBytes, long importRows, Duration videoLength, Duration videoCpu, long videoMemory) {

  /** Generous, but finite. */
  public static final InputLimits DEFAULTS =
      new InputLimits(4L << 30, 100_000_000, Duration.ofHours(4), Duration.ofHours(4), 4L << 30);
}
