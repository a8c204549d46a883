package dev.accepted.datasets.csv;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.mozilla.universalchardet.UniversalDetector;

/**
 * Finds out how a file's characters are encoded. What decodes as UTF-8 from end to end is UTF-8: no
 * other encoding does so by chance. Only what doesn't is left to statistics.
 */
final class CharsetDetection {

  private static final int BUFFER = 1 << 16;

  /** What Excel and most old Windows programs write in the West. */
  private static final Charset FALLBACK = Charset.forName("windows-1252");

  private CharsetDetection() {}

  static Charset detect(Path file) throws IOException {
    ByteOrderMark mark = ByteOrderMark.of(file);
    if (!mark.equals(ByteOrderMark.NONE)) {
      return mark.charset();
    }
    try (InputStream in = Files.newInputStream(file)) {
      return isUtf8(in) ? StandardCharsets.UTF_8 : byStatistics(file);
    }
  }

  private static boolean isUtf8(InputStream in) throws IOException {
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    ByteBuffer bytes = ByteBuffer.allocate(BUFFER);
    CharBuffer chars = CharBuffer.allocate(BUFFER);
    boolean end;
    do {
      int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
      end = read < 0;
      bytes.position(bytes.position() + Math.max(read, 0)).flip();
      CoderResult result = decoder.decode(bytes, chars.clear(), end);
      if (result.isError()) {
        return false;
      }
      bytes.compact();
    } while (!end);
    return true;
  }

  private static Charset byStatistics(Path file) throws IOException {
    UniversalDetector detector = new UniversalDetector();
    byte[] bytes = new byte[BUFFER];
    try (InputStream in = Files.newInputStream(file)) {
      int read = in.read(bytes);
      while (read > 0 && !detector.isDone()) {
        detector.handleData(bytes, 0, read);
        read = in.read(bytes);
      }
    }
    detector.dataEnd();
    String name = detector.getDetectedCharset();
    boolean usable = name != null && Charset.isSupported(name) && !name.startsWith("US-ASCII");
    return usable ? Charset.forName(name) : FALLBACK;
  }
}
