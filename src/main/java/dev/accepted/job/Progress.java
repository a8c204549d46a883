package dev.accepted.job;

import org.jspecify.annotations.Nullable;

/**
 * How far an attempt has come.
 *
 * @param done units done, from 0
 * @param total units in all, or 0 while unknown
 * @param unit what is counted, such as {@code rows}; null if it has no name
 * @param message what is being done, for people; null if there is nothing to say
 */
public record Progress(long done, long total, @Nullable String unit, @Nullable String message) {

  /** Nothing done, nothing known. */
  public static final Progress NONE = new Progress(0, 0, null, null);

  public Progress {
    if (done < 0 || total < 0) {
      throw new IllegalArgumentException("progress counts from zero");
    }
  }

  /** Whole percent done, 0 to 100; -1 while the total is unknown. */
  public int percent() {
    return total == 0 ? -1 : (int) Math.min(100, (100.0 * done) / total);
  }

  /** The same place with another message. */
  public Progress saying(@Nullable String newMessage) {
    return new Progress(done, total, unit, newMessage);
  }
}
