package dev.accepted.types.videos;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Reads lines from a program that may never end one: what is beyond a line's limit is dropped. */
final class LineReader implements Closeable {

  private static final int MAX_LINE = 1_000;

  private final Reader reader;

  LineReader(InputStream in) {
    reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
  }

  /** The next line, without its end; empty at the end of the stream. */
  Optional<String> next() throws IOException {
    StringBuilder line = new StringBuilder();
    int c = reader.read();
    if (c < 0) {
      return Optional.empty();
    }
    while (c >= 0 && c != '\n' && c != '\r') {
      if (line.length() < MAX_LINE) {
        line.append((char) c);
      }
      c = reader.read();
    }
    return Optional.of(line.toString());
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
