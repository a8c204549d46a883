package dev.accepted.bench.load;

import org.jspecify.annotations.Nullable;

/**
 * Finds where an answer ends, and nothing else. Answers to GET and POST only (a HEAD has none of
 * the body that its headers tell of).
 */
final class AnswerParser {

  private static final byte[] LENGTH = ascii("content-length:");
  private static final byte[] ENCODING = ascii("transfer-encoding:");
  private static final byte[] LAST_CHUNK = ascii("0\r\n\r\n");
  private static final int LOWER_CASE = 0x20;

  private AnswerParser() {}

  /** The answer at the start of the buffer; null while it is incomplete. */
  static @Nullable Answer parse(byte[] bytes, int count) {
    int headEnd = 0;
    int length = 0;
    boolean chunked = false;
    int line = 0;
    for (int at = 0; at + 1 < count && headEnd == 0; at++) {
      if (bytes[at] == '\r' && bytes[at + 1] == '\n') {
        if (at == line) {
          headEnd = at + 2;
        } else if (starts(bytes, line, at, LENGTH)) {
          length = number(bytes, line + LENGTH.length, at);
        } else if (starts(bytes, line, at, ENCODING)) {
          chunked = true;
        }
        line = at + 2;
      }
    }
    if (headEnd == 0) {
      return null;
    }
    int end = chunked ? endOfChunks(bytes, headEnd, count) : headEnd + bodyLength(bytes, length);
    return end < 0 || end > count ? null : new Answer(bytes, headEnd, end, chunked);
  }

  static int status(byte[] bytes) {
    int first = 9; // behind "HTTP/1.1 "
    return number(bytes, first, first + 3);
  }

  private static int bodyLength(byte[] bytes, int declared) {
    int status = status(bytes);
    return status == 304 || status == 204 ? 0 : declared;
  }

  /** Of a connection that carries one answer at a time, the last chunk ends what has come. */
  private static int endOfChunks(byte[] bytes, int headEnd, int count) {
    int from = count - LAST_CHUNK.length;
    return from >= headEnd && starts(bytes, from, count, LAST_CHUNK) ? count : -1;
  }

  private static boolean starts(byte[] bytes, int from, int to, byte[] lowerCase) {
    if (to - from < lowerCase.length) {
      return false;
    }
    for (int i = 0; i < lowerCase.length; i++) {
      int present = bytes[from + i];
      if (present != lowerCase[i] && (present | LOWER_CASE) != lowerCase[i]) {
        return false;
      }
    }
    return true;
  }

  private static int number(byte[] bytes, int from, int to) {
    int number = 0;
    for (int at = from; at < to; at++) {
      if (bytes[at] != ' ') {
        number = number * 10 + bytes[at] - '0';
      }
    }
    return number;
  }

  private static byte[] ascii(String text) {
    return text.getBytes(java.nio.charset.StandardCharsets.US_ASCII);
  }
}
