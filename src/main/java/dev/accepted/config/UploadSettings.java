package dev.accepted.config;

import java.time.Duration;

/**
 * Uploads that may take several requests.
 *
 * @param retain {@code accepted.uploads.retain}: how long one is kept to which nothing happens
 * @param most {@code accepted.uploads.max}: most of one caller that no job has taken yet
 */
public record UploadSettings(Duration retain, int most) {

  /** A day, and a hundred. */
  public static final UploadSettings DEFAULTS = new UploadSettings(Duration.ofHours(24), 100);
}
