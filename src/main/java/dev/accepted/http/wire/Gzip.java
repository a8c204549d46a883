package dev.accepted.http.wire;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** Compresses what is in memory (RFC 1952). The same bytes come out whenever the same go in. */
public final class Gzip {

  private Gzip() {}

  /** As small as it gets: for what is compressed once and sent many times. */
  public static byte[] tightest(byte[] plain) {
    return compressed(plain, Deflater.BEST_COMPRESSION);
  }

  /** As fast as it goes: for what is sent once. */
  public static byte[] fastest(byte[] plain) {
    return compressed(plain, Deflater.BEST_SPEED);
  }

  private static byte[] compressed(byte[] plain, int level) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(plain.length / 2);
    try (OutputStream compressing = new Leveled(bytes, level)) {
      compressing.write(plain);
    } catch (IOException inMemory) {
      throw new UncheckedIOException(inMemory);
    }
    return bytes.toByteArray();
  }

  private static final class Leveled extends GZIPOutputStream {

    Leveled(OutputStream compressed, int level) throws IOException {
      super(compressed);
      def.setLevel(level);
    }
  }
}
