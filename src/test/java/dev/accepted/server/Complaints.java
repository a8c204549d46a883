package dev.accepted.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** What a server's log complains of: errors, and whatever has an exception in it. */
public final class Complaints {

  private static final int MOST_TOLD = 20;
  private static final int MOST_LINES = 15;

  /** Of WildFly and of Payara; colours go before it. */
  private static final Pattern START =
      Pattern.compile(
          "^(\\u001B\\[[0-9;]*m)*(\\d\\d:\\d\\d:\\d\\d,\\d{3} |\\[\\d{4}-\\d\\d-\\d\\dT).*");

  private static final Pattern COMPLAINT = Pattern.compile("\\b(ERROR|SEVERE)\\b|\tat |Exception");

  /** The servers' own, of which no application is asked and which none can keep them from. */
  private static final List<Pattern> ALLOWED =
      List.of(
          // Payara's Grizzly, on chunks that are none, and on noise in place of a request line.
          Pattern.compile(
              "\n  GRIZZLY0013: Exception during FilterChain execution\n"
                  + "(org\\.glassfish\\.grizzly\\.http\\.HttpBrokenContentException: "
                  + "|java\\.lang\\.IllegalStateException: Unknown protocol )"),
          // The same, on a percent sign in the target with anything but hexadecimal digits after.
          Pattern.compile(
              """
              request processing
              java\\.lang\\.(ArrayIndexOutOfBounds|IllegalArgument)Exception: [^\n]*
              \tat org\\.glassfish\\.grizzly\\.http\\.util\\.(HexUtils|URLDecoder)\\."""));

  private final Map<String, String> first = new TreeMap<>();
  private final Map<String, Integer> count = new TreeMap<>();

  private Complaints() {}

  /** Those of a log, each kind once, the first lines of it, with how often it was there. */
  public static List<String> of(Path log) throws IOException {
    return of(Files.readAllLines(log, StandardCharsets.ISO_8859_1));
  }

  /** Those of a part of a log. */
  static List<String> of(List<String> lines) {
    Complaints complaints = new Complaints();
    List<String> entry = new ArrayList<>();
    for (String line : lines) {
      if (START.matcher(line).matches()) {
        complaints.add(entry);
        entry.clear();
      }
      entry.add(line);
    }
    complaints.add(entry);
    return complaints.first.entrySet().stream()
        .map(kind -> complaints.count.get(kind.getKey()) + " times: " + kind.getValue())
        .limit(MOST_TOLD)
        .toList();
  }

  private void add(List<String> entry) {
    String whole = String.join("\n", entry);
    if (COMPLAINT.matcher(whole).find()
        && ALLOWED.stream().noneMatch(allowed -> allowed.matcher(whole).find())) {
      String start = String.join("\n", entry.subList(0, Math.min(entry.size(), MOST_LINES)));
      String kind = start.replaceAll("\\d+", "0");
      first.putIfAbsent(kind, start);
      count.merge(kind, 1, Integer::sum);
    }
  }
}
