package dev.accepted.http.header;

import java.util.ArrayList;
import java.util.List;

/** For whom proxies have passed a request on: {@code Forwarded} (RFC 7239). */
public final class ForwardedHeader {

  private static final char QUOTE = '"';

  /** An element has parameters only. */
  private static final String ELEMENT = "node;";

  private ForwardedHeader() {}

  /**
   * The nodes of all {@code for} parameters, nearest last, as they stand there: an address with or
   * without a port, {@code unknown}, or a word that stands for one (section 6). Empty texts where a
   * proxy has named none.
   *
   * @param lines all lines of the header
   */
  public static List<String> nodes(List<String> lines) {
    List<String> nodes = new ArrayList<>();
    for (String line : lines) {
      for (String element : elements(line)) {
        nodes.add(Parameters.parse(ELEMENT + element).named().getOrDefault("for", ""));
      }
    }
    return nodes;
  }

  /**
   * A client can leave a quote open, so that what the next proxy adds would be inside of it. Then
   * each comma counts: what the nearest has added is read in any case.
   */
  private static List<String> elements(String line) {
    return isBalanced(line) ? QuotedList.split(line, ',') : List.of(line.split(",", -1));
  }

  private static boolean isBalanced(String line) {
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (quoted && c == '\\') {
        i++;
      } else if (c == QUOTE) {
        quoted = !quoted;
      }
    }
    return !quoted;
  }
}
