package dev.accepted.config;

import java.time.Duration;

/**
 * How long bodies of requests are waited for.
 *
 * @param time {@code accepted.body.time}: how long a body of up to 64 KiB may take to come, and
 *     each 64 KiB of a longer one
 * @param uploads {@code accepted.uploads}: most longer bodies that are read at once; others wait
 *     until it is their turn
 */
public record BodySettings(Duration time, int uploads) {

  /** A thread reads each upload; more than there are processors for only share the network. */
  public static final BodySettings DEFAULTS =
      new BodySettings(Duration.ofSeconds(30), 4 * Runtime.getRuntime().availableProcessors());
}
