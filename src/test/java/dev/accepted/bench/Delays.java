package dev.accepted.bench;

import java.util.Arrays;

/** Delays as they come in, in nanoseconds. */
final class Delays {

  private long[] nanos = new long[1024];
  private int count;

  void add(long delay) {
    if (count == nanos.length) {
      nanos = Arrays.copyOf(nanos, 2 * count);
    }
    nanos[count++] = delay;
  }

  int count() {
    return count;
  }

  long[] all() {
    return Arrays.copyOf(nanos, count);
  }
}
