package dev.accepted.types.videos;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;

/** The last of what a program complained of, with nothing in it that tells of this machine. */
final class Complaints {

  private static final int MAX_LINES = 20;
  private static final Pattern ADDRESS = Pattern.compile(" @ 0x[0-9a-f]+");
  private static final Pattern PATH = Pattern.compile("(file:)?(/|[A-Za-z]:\\\\)[^\\s:']+");

  private final Deque<String> lines = new ArrayDeque<>();

  void add(String line) {
    if (line.isBlank()) {
      return;
    }
    if (lines.size() == MAX_LINES) {
      lines.removeFirst();
    }
    lines.add(PATH.matcher(ADDRESS.matcher(line).replaceAll("")).replaceAll("(file)"));
  }

  List<String> lines() {
    return List.copyOf(lines);
  }
}
