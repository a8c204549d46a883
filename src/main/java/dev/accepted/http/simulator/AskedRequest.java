package dev.accepted.http.simulator;

import dev.accepted.http.request.Exchange;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The request that was sent, for its sender to see.
 *
 * @param path as it was sent, escapes and all
 * @param query the same of the query; an empty text without one
 * @param headers by name in lower case, the lines of each joined; but none that has a credential in
 *     it, or that a proxy may have added about who sends it
 */
public record AskedRequest(String method, String path, String query, Map<String, String> headers) {

  private static final Pattern SECRET =
      Pattern.compile(
          "auth|cookie|token|secret|credential|passw|api-?key|session|signature|assertion|cert"
              + "|forwarded|real-?ip|connecting-ip|client-ip|remote|user$|email|^via$");

  static AskedRequest of(Exchange exchange) {
    Map<String, String> headers = new TreeMap<>();
    exchange
        .headers()
        .forEach(
            (name, lines) -> {
              String lower = name.toLowerCase(Locale.ROOT);
              if (isShown(lower)) {
                headers.merge(lower, joined(lines), (one, other) -> one + ", " + other);
              }
            });
    return new AskedRequest(exchange.method(), exchange.path(), exchange.rawQuery(), headers);
  }

  /** Whether a header may be told. */
  static boolean isShown(String name) {
    return !SECRET.matcher(name).find();
  }

  private static String joined(List<String> lines) {
    return String.join(", ", lines);
  }
}
