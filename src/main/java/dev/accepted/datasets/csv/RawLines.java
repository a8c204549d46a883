package dev.accepted.datasets.csv;

import java.io.IOException;
import java.io.Reader;

/**
 * Passes characters through and remembers the last of them by line, so that a record can be shown
 * as it stands in its file. Lines end as FastCSV counts them: with LF, CR or both.
 */
final class RawLines extends Reader {

  private final Reader in;
  private final StringBuilder kept = new StringBuilder();

  /** The number of the line with which {@link #kept} begins. */
  private long firstLine = 1;

  /** Lines before this one are no longer asked for. */
  private long wantedLine = 1;

  RawLines(Reader in) {
    this.in = in;
  }

  @Override
  public int read(char[] buffer, int offset, int length) throws IOException {
    kept.delete(0, startOf(wantedLine));
    firstLine = wantedLine;
    int read = in.read(buffer, offset, length);
    if (read > 0) {
      kept.append(buffer, offset, read);
    }
    return read;
  }

  /** The parser has come to that line. */
  void reached(long line) {
    wantedLine = line;
  }

  /**
   * Some lines, without the end of the last.
   *
   * @param from the first, not before the line that was {@link #reached}
   */
  String lines(long from, long count) {
    int start = startOf(from);
    int end = start;
    for (long i = 0; i < count; i++) {
      end = endOfLine(end);
    }
    while (end > start && isLineEnd(kept.charAt(end - 1))) {
      end--;
    }
    return kept.substring(start, end);
  }

  private int startOf(long line) {
    int position = 0;
    for (long i = firstLine; i < line; i++) {
      position = endOfLine(position);
    }
    return position;
  }

  /** Behind the end of the line that holds this position. */
  private int endOfLine(int position) {
    int end = position;
    while (end < kept.length() && !isLineEnd(kept.charAt(end))) {
      end++;
    }
    boolean both =
        end + 1 < kept.length() && kept.charAt(end) == '\r' && kept.charAt(end + 1) == '\n';
    return Math.min(kept.length(), end + (both ? 2 : 1));
  }

  private static boolean isLineEnd(char c) {
    return c == '\n' || c == '\r';
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
