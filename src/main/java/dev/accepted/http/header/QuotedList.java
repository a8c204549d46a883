package dev.accepted.http.header;

import java.util.ArrayList;
import java.util.List;

/** Cuts header values at separators that stand outside quoted strings (RFC 9110, section 5.6). */
public final class QuotedList {

  private QuotedList() {}

  /** The parts between separators, stripped; empty ones are left out. */
  public static List<String> split(String value, char separator) {
    List<String> parts = new ArrayList<>();
    int start = 0;
    boolean quoted = false;
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (quoted && c == '\\') {
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (c == separator && !quoted) {
        add(parts, value.substring(start, i));
        start = i + 1;
      }
    }
    add(parts, value.substring(start));
    return parts;
  }

  /** All parts of a header that may be sent in several lines. */
  public static List<String> splitAll(List<String> lines, char separator) {
    return lines.stream().flatMap(line -> split(line, separator).stream()).toList();
  }

  /** A word without its quotes and backslashes; a token stays as it is. */
  static String unquote(String word) {
    if (word.length() < 2 || !word.startsWith("\"") || !word.endsWith("\"")) {
      return word;
    }
    StringBuilder text = new StringBuilder();
    for (int i = 1; i < word.length() - 1; i++) {
      if (word.charAt(i) == '\\' && i + 1 < word.length() - 1) {
        i++;
      }
      text.append(word.charAt(i));
    }
    return text.toString();
  }

  private static void add(List<String> parts, String part) {
    if (!part.isBlank()) {
      parts.add(part.strip());
    }
  }
}
