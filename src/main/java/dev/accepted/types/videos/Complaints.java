package dev.accepted.types.videos;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;

/** The last of what a program complained of, with nothing in it that tells of this machine. */
final class Complaints {

  private static final int MAX_LINES = 20;
  private static final Pattern ADDRESS = Pattern.compile(" @ 0x[0-9a-f]+");
  private static final Pattern PATH =
      Pattern.compile("(?<![\\w)])(file:)?(/|[A-Za-z]:\\\\)[^\\s:']+");

  /** What the loader says of the libraries that stand in for others; see CarriedEncoder. */
  private static final String STAND_IN = "no version information available";

  private static final String PLACE = "(file)";

  private final List<Path> places;
  private final Deque<String> lines = new ArrayDeque<>();

  /**
   * @param places that must not be told, even if there are spaces in them; other paths are
   *     recognised by their form
   */
  Complaints(List<Path> places) {
    this.places = List.copyOf(places);
  }

  void add(String line) {
    if (line.isBlank() || line.contains(STAND_IN)) {
      return;
    }
    if (lines.size() == MAX_LINES) {
      lines.removeFirst();
    }
    String told = ADDRESS.matcher(line).replaceAll("");
    for (Path place : places) {
      told = told.replace("file:" + place, PLACE).replace(place.toString(), PLACE);
    }
    lines.add(PATH.matcher(told).replaceAll(PLACE));
  }

  List<String> lines() {
    return List.copyOf(lines);
  }
}
