package dev.accepted.job;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Names a job: a UUID of version 7 (RFC 9562, section 5.7), so that ids grow with the time of
 * submission and 74 of their bits are random.
 */
public record JobId(UUID value) implements Comparable<JobId> {

  private static final int TEXT_LENGTH = 36;

  /** Behind the milliseconds in the upper half. */
  private static final int RANDOM_BITS = 16;

  /** The last time that an id can carry, some years after 10000. */
  private static final Instant END = Instant.ofEpochMilli((1L << 48) - 1);

  /** Reads the canonical text form in either case; empty if it is anything else. */
  public static Optional<JobId> parse(String text) {
    if (text.length() != TEXT_LENGTH) {
      return Optional.empty();
    }
    try {
      return Optional.of(new JobId(UUID.fromString(text)));
    } catch (IllegalArgumentException notAnId) {
      return Optional.empty();
    }
  }

  /** Lower than all ids of that millisecond and later ones, and higher than all of earlier ones. */
  public static JobId firstAt(Instant time) {
    long millis =
        time.isBefore(Instant.EPOCH)
            ? 0
            : time.isBefore(END) ? time.toEpochMilli() : END.toEpochMilli();
    return new JobId(new UUID(millis << RANDOM_BITS, 0));
  }

  /**
   * The time that is in it: when it was made, to the millisecond. Its job was submitted shortly
   * before.
   */
  public Instant time() {
    return Instant.ofEpochMilli(value.getMostSignificantBits() >>> RANDOM_BITS);
  }

  /**
   * Orders as unsigned 128-bit numbers, which is the order of submission and the order of the
   * database.
   */
  @Override
  public int compareTo(JobId other) {
    int high =
        Long.compareUnsigned(value.getMostSignificantBits(), other.value.getMostSignificantBits());
    return high != 0
        ? high
        : Long.compareUnsigned(
            value.getLeastSignificantBits(), other.value.getLeastSignificantBits());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
