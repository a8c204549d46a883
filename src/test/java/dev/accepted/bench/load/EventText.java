package dev.accepted.bench.load;

import static java.nio.charset.StandardCharsets.UTF_8;

/** An event as it stands in a stream, or a comment. */
public final class EventText {

  private static final String NAME = "\nevent: ";

  private final byte[] bytes;
  private final int from;
  private final int to;

  /**
   * A part of what was read, which is not copied.
   *
   * @param bytes what it is part of
   * @param from its first byte
   * @param to behind its last
   */
  EventText(byte[] bytes, int from, int to) {
    this.bytes = bytes;
    this.from = from;
    this.to = to;
  }

  /** True if it is an event of that name. */
  public boolean is(String name) {
    int line = find(NAME);
    return line >= 0 && startsWith(line + NAME.length(), name + '\n');
  }

  /** True if it is an event. */
  public boolean isEvent() {
    return startsWith(from, "id: ");
  }

  /** What stands behind the first occurrence of that, up to the next quotation mark. */
  public String behind(String text) {
    int begin = find(text);
    if (begin < 0) {
      throw new IllegalArgumentException(text + " is not in " + this);
    }
    begin += text.length();
    int end = begin;
    while (end < to && bytes[end] != '"') {
      end++;
    }
    return new String(bytes, begin, end - begin, UTF_8);
  }

  private int find(String text) {
    for (int at = from; at < to; at++) {
      if (startsWith(at, text)) {
        return at;
      }
    }
    return -1;
  }

  private boolean startsWith(int at, String text) {
    if (at + text.length() > to) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      if (bytes[at + i] != text.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** True if so many bytes end in that. */
  static boolean endsWith(byte[] bytes, int count, String text) {
    return count >= text.length()
        && new EventText(bytes, 0, count).startsWith(count - text.length(), text);
  }

  @Override
  public String toString() {
    return new String(bytes, from, to - from, UTF_8);
  }
}
