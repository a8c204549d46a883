package dev.accepted.bench.load;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A whole answer. Valid until the call that hands it out returns: its bytes are the buffer's. */
public final class Answer {

  private final byte[] bytes;
  private final int headEnd;
  private final int end;
  private final boolean chunked;

  Answer(byte[] bytes, int headEnd, int end, boolean chunked) {
    this.bytes = bytes;
    this.headEnd = headEnd;
    this.end = end;
    this.chunked = chunked;
  }

  /** The status code. */
  public int status() {
    return AnswerParser.status(bytes);
  }

  /** The value of a header. */
  public Optional<String> header(String name) {
    String wanted = name.toLowerCase(Locale.ROOT) + ":";
    for (String line : head().split("\r\n", -1)) {
      if (line.toLowerCase(Locale.ROOT).startsWith(wanted)) {
        return Optional.of(line.substring(wanted.length()).strip());
      }
    }
    return Optional.empty();
  }

  /** The status line and the headers, with the empty line behind them. */
  public String head() {
    return new String(bytes, 0, headEnd, ISO_8859_1);
  }

  /** The body, which must not be chunked. */
  public String body() {
    if (chunked) {
      throw new IllegalStateException("a chunked body: " + head());
    }
    return new String(bytes, headEnd, end - headEnd, UTF_8);
  }

  /** The same, valid for good. */
  public Answer copy() {
    return new Answer(Arrays.copyOf(bytes, end), headEnd, end, chunked);
  }

  int end() {
    return end;
  }
}
