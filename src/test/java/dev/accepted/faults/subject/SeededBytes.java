package dev.accepted.faults.subject;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Random;

/** Bytes that whoever knows the seed knows, too. */
public final class SeededBytes {

  private static final int CHUNK = 8192;

  private SeededBytes() {}

  /** Writes so many of them. */
  public static void write(long seed, int number, OutputStream out) throws IOException {
    Random random = new Random(seed);
    byte[] chunk = new byte[CHUNK];
    for (int left = number; left > 0; left -= CHUNK) {
      random.nextBytes(chunk);
      out.write(chunk, 0, Math.min(left, CHUNK));
    }
  }
}
