package dev.accepted.client;

import java.time.Duration;

/**
 * How long things may take.
 *
 * @param hold what a long poll asks for
 * @param answer how long any other answer may take to begin
 * @param silence how long a stream may be without a sign of life: three of those that are promised
 *     every 15 s
 * @param pause between two polls if the server asks for none
 * @param backoff the first pause after a failure; doubled with each one that follows
 * @param longestBackoff the last of them
 * @param longestPause the most that a {@code Retry-After} is honoured
 * @param patience how long a server may be unavailable before it is given up
 */
record Timing(
    Duration hold,
    Duration answer,
    Duration silence,
    Duration pause,
    Duration backoff,
    Duration longestBackoff,
    Duration longestPause,
    Duration patience) {

  static final Timing USUAL =
      new Timing(
          Duration.ofSeconds(20),
          Duration.ofSeconds(30),
          Duration.ofSeconds(45),
          Duration.ofSeconds(2),
          Duration.ofMillis(500),
          Duration.ofSeconds(30),
          Duration.ofHours(1),
          Duration.ofMinutes(10));

  Timing withPatience(Duration other) {
    return new Timing(hold, answer, silence, pause, backoff, longestBackoff, longestPause, other);
  }
}
