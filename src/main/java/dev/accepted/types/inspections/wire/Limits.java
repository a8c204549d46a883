package dev.accepted.types.inspections.wire;

import java.time.Duration;

/**
 * How much is taken from the other side.
 *
 * @param time for one exchange as a whole
 * @param kept bytes of a body that are kept
 * @param read bytes of a body that are read
 */
public record Limits(Duration time, int kept, long read) {

  /** Enough for what monitors say, and to compare results of some size. */
  public static final Limits USUAL = new Limits(Duration.ofSeconds(30), 64 << 10, 8L << 20);
}
