package dev.accepted.datasets.csv;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Names for the columns of a file: none empty, none twice. */
final class ColumnNames {

  private static final int LONGEST = 200;

  private ColumnNames() {}

  /** The names that a header gives. The second of the same name gets {@code _2} behind it. */
  static List<String> of(List<String> header) {
    Set<String> taken = new HashSet<>();
    List<String> names = new ArrayList<>();
    for (int place = 0; place < header.size(); place++) {
      String clean = clean(header.get(place));
      names.add(unique(clean.isEmpty() ? "column" + (place + 1) : clean, taken, header));
    }
    return names;
  }

  /** Names for a file without a header: {@code column1} and so on. */
  static List<String> numbered(int count) {
    List<String> names = new ArrayList<>();
    for (int place = 1; place <= count; place++) {
      names.add("column" + place);
    }
    return names;
  }

  private static String clean(String name) {
    String line = name.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    return line.codePointCount(0, line.length()) > LONGEST
        ? line.substring(0, line.offsetByCodePoints(0, LONGEST))
        : line;
  }

  /** A made name doesn't take what a later column is called in the file. */
  private static String unique(String name, Set<String> taken, List<String> header) {
    String candidate = name;
    for (int i = 2; !taken.add(candidate); i++) {
      candidate = name + "_" + i;
      while (header.contains(candidate)) {
        candidate = name + "_" + ++i;
      }
    }
    return candidate;
  }
}
