package dev.accepted.types.videos;

import java.time.Duration;
import java.util.Optional;

/**
 * What is known of a film without decoding it.
 *
 * @param codec of its pictures, in FFmpeg's spelling
 * @param size upright, as it is to be seen
 * @param frameRate pictures a second; an estimate where they vary
 * @param duration empty if the container doesn't tell
 * @param sound whether it has any
 */
record Film(
    String codec, FrameSize size, double frameRate, Optional<Duration> duration, boolean sound) {

  @Override
  public String toString() {
    return "%s, %s, %s, %s"
        .formatted(
            codec,
            size,
            duration.map(Film::seconds).orElse("of unknown length"),
            sound ? "with sound" : "without sound");
  }

  /** For people: {@code 12.3 s}. */
  static String seconds(Duration duration) {
    return "%d.%d s".formatted(duration.toSeconds(), duration.toMillisPart() / 100);
  }
}
