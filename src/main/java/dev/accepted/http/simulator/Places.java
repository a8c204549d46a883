package dev.accepted.http.simulator;

import dev.accepted.http.wire.Urls;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands for the words in braces of a {@link NeededHeader}.
 *
 * @param values by that word
 */
record Places(Map<String, String> values) {

  private static final Pattern WORD = Pattern.compile("\\{([a-z]+)}");

  /** What a resource of the simulator takes. */
  private static final Set<String> METHODS =
      Set.of("DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT");

  /**
   * Those of an answer to such a request.
   *
   * @param range the value of {@code Content-Range}, if the body is a part
   * @param tag of the whole that it is a part of
   */
  static Places of(Urls urls, String method, Instant now, String range, String tag) {
    return new Places(
        Map.of(
            "status", urls.statuses(),
            "monitor", urls.simulatedMonitor(SimulatedRun.begun(now).text()),
            "others", others(method),
            "range", range,
            "tag", tag));
  }

  /** The methods of a resource that doesn't take this one; HEAD goes where GET does. */
  static String others(String method) {
    Set<String> allowed = new TreeSet<>(METHODS);
    allowed.remove(method);
    if (method.equals("GET") || method.equals("HEAD")) {
      allowed.removeAll(Set.of("GET", "HEAD"));
    }
    return String.join(", ", allowed);
  }

  /** The text with each word's value in its place. */
  String filled(String text) {
    return WORD.matcher(text)
        .replaceAll(word -> Matcher.quoteReplacement(values.getOrDefault(word.group(1), "")));
  }
}
