package dev.accepted.bench.load;

import java.nio.ByteBuffer;

/** Takes the chunks off a body, however they are cut (RFC 9112, section 7.1). */
final class Chunks {

  private static final int RADIX = 16;

  private int size;

  /** A digit of it has come. */
  private boolean sized;

  private int left;
  private boolean inData;
  private boolean over;

  /** True if the last chunk has come. */
  boolean isOver() {
    return over;
  }

  /**
   * Takes what there is.
   *
   * @param data where it goes, behind what is there; has room for all of it
   * @return how much is there then
   */
  int decode(ByteBuffer from, byte[] data, int count) {
    int at = count;
    while (from.hasRemaining() && !over) {
      if (inData) {
        int some = Math.min(left, from.remaining());
        from.get(data, at, some);
        at += some;
        left -= some;
        inData = left > 0;
      } else {
        head(from.get());
      }
    }
    return at;
  }

  /**
   * The line break behind a chunk has no digits either: it is taken for a part of the next head.
   */
  private void head(byte next) {
    int digit = Character.digit(next, RADIX);
    if (digit >= 0) {
      size = size * RADIX + digit;
      sized = true;
    } else if (next == '\n' && sized) {
      left = size;
      inData = size > 0;
      over = size == 0;
      size = 0;
      sized = false;
    }
  }
}
