package dev.accepted.engine.intake;

import dev.accepted.job.JobId;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;

/**
 * Makes job ids: UUIDs of version 7 that grow strictly within this process (RFC 9562, section 6.2,
 * method 2), so that the order of ids is the order of submission, and an index that they lead grows
 * at its end.
 */
public final class JobIds {

  private static final long VERSION = 0x7000L;
  private static final long VARIANT = 0x8000_0000_0000_0000L;
  private static final int SEQUENCE_BITS = 12;
  private static final long SEQUENCE_MASK = (1L << SEQUENCE_BITS) - 1;

  private final SecureRandom random = new SecureRandom();
  private final Clock clock;

  /**
   * Milliseconds and sequence in one number, so that an overflow of the second carries into the
   * first.
   */
  private long last;

  /** Ids that carry the time of this clock. */
  public JobIds(Clock clock) {
    this.clock = clock;
  }

  /** One that was never there before, and greater than the last. */
  public JobId next() {
    long time = nextTime();
    long high = (time >>> SEQUENCE_BITS) << 16 | VERSION | (time & SEQUENCE_MASK);
    long low = VARIANT | (random.nextLong() >>> 2);
    return new JobId(new UUID(high, low));
  }

  private synchronized long nextTime() {
    last = Math.max(last + 1, clock.millis() << SEQUENCE_BITS);
    return last;
  }
}
