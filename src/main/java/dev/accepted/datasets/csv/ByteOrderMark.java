package dev.accepted.datasets.csv;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * The bytes by which a file's beginning tells its encoding. Without a mark, UTF-16 is told by its
 * zero bytes: Western text has one in every second place.
 *
 * @param length bytes to be skipped
 */
record ByteOrderMark(Charset charset, int length) {

  /** The file doesn't tell. */
  static final ByteOrderMark NONE = new ByteOrderMark(StandardCharsets.UTF_8, 0);

  private static final int HEAD = 512;

  static ByteOrderMark of(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return of(in.readNBytes(HEAD));
    }
  }

  static ByteOrderMark of(byte[] head) {
    if (startsWith(head, 0xEF, 0xBB, 0xBF)) {
      return new ByteOrderMark(StandardCharsets.UTF_8, 3);
    }
    if (startsWith(head, 0xFF, 0xFE, 0, 0)) {
      return new ByteOrderMark(Charset.forName("UTF-32LE"), 4);
    }
    if (startsWith(head, 0, 0, 0xFE, 0xFF)) {
      return new ByteOrderMark(Charset.forName("UTF-32BE"), 4);
    }
    if (startsWith(head, 0xFF, 0xFE)) {
      return new ByteOrderMark(StandardCharsets.UTF_16LE, 2);
    }
    if (startsWith(head, 0xFE, 0xFF)) {
      return new ByteOrderMark(StandardCharsets.UTF_16BE, 2);
    }
    return byZeros(head);
  }

  /** True if it belongs to that charset; {@code UTF-16} stands for both of its orders. */
  boolean fits(Charset other) {
    return charset.name().startsWith(other.name());
  }

  private static ByteOrderMark byZeros(byte[] head) {
    byte[] pairs = Arrays.copyOf(head, Math.min(head.length, HEAD) & ~1);
    int even = zeros(pairs, 0);
    int odd = zeros(pairs, 1);
    int most = pairs.length / 2;
    if (odd > most * 0.7 && even == 0) {
      return new ByteOrderMark(StandardCharsets.UTF_16LE, 0);
    }
    return even > most * 0.7 && odd == 0 ? new ByteOrderMark(StandardCharsets.UTF_16BE, 0) : NONE;
  }

  private static int zeros(byte[] bytes, int from) {
    int zeros = 0;
    for (int i = from; i < bytes.length; i += 2) {
      zeros += bytes[i] == 0 ? 1 : 0;
    }
    return zeros;
  }

  private static boolean startsWith(byte[] head, int... mark) {
    for (int i = 0; i < mark.length; i++) {
      if (i >= head.length || (head[i] & 0xFF) != mark[i]) {
        return false;
      }
    }
    return true;
  }
}
