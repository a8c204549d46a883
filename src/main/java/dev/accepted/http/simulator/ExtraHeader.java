package dev.accepted.http.simulator;

import dev.accepted.http.problem.Problem;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A header that a request wants to see in its answer: {@code ?header=Name:value}.
 *
 * @param value empty to leave out one that the answer would have had
 */
record ExtraHeader(String name, String value) {

  private static final String PARAMETER = "header";
  private static final int MOST = 20;

  /** RFC 9110, sections 5.6.2 and 5.5, without what isn't ASCII. */
  private static final Pattern LINE =
      Pattern.compile("([!#$%&'*+.^_`|~0-9A-Za-z-]{1,100}):([\\t\\x20-\\x7E]{0,1000})");

  /**
   * What the connection is framed by (RFC 9110, section 7.6.1), what is the server's to say of the
   * body, and what a browser would remember of this server, or be less careful with it for.
   */
  private static final Pattern FORBIDDEN =
      Pattern.compile(
          "connection|keep-alive|te|trailer|transfer-encoding|upgrade|proxy-connection|date|host"
              + "|content-(length|type|encoding|disposition|location|security-policy.*)"
              + "|set-.*|clear-site-data|strict-transport-security|public-key-pins.*|expect-ct"
              + "|alt-svc|nel|report-to|reporting-endpoints|accept-ch|critical-ch|refresh"
              + "|access-control-.*|cross-origin-.*|origin-.*|permissions-policy.*|feature-policy"
              + "|referrer-policy|timing-allow-origin|service-worker-.*|sourcemap|x-sourcemap"
              + "|sec-.*|attribution-.*|speculation-rules|supports-loading-mode|no-vary-search"
              + "|use-as-dictionary|available-dictionary|activate-storage-access"
              + "|observe-browsing-topics|document-.*|x-frame-options|x-content-.*"
              + "|x-xss-protection|x-dns-prefetch-control|x-permitted-.*|x-webkit-.*|x-accel-.*"
              + "|x-sendfile|x-lighttpd-.*|x-download-options|x-ua-compatible|surrogate-.*");

  /**
   * Those of a query.
   *
   * @param api where this server's API is: no redirect may lead away from it
   * @throws Problem 400 if one can't be sent
   */
  static List<ExtraHeader> of(List<String> parameters, String api) {
    if (parameters.size() > MOST) {
      throw Problem.parameter(PARAMETER, "\"header\" may be given %d times.".formatted(MOST));
    }
    return parameters.stream().map(parameter -> of(parameter, api)).toList();
  }

  private static ExtraHeader of(String parameter, String api) {
    Matcher line = LINE.matcher(parameter);
    if (!line.matches()) {
      throw Problem.parameter(
          PARAMETER,
          "\"header\" is Name:value, the name a token and the value printable ASCII, of at most"
              + " 1000 characters.");
    }
    String name = line.group(1);
    String value = line.group(2).strip();
    if (FORBIDDEN.matcher(name.toLowerCase(Locale.ROOT)).matches()) {
      throw Problem.parameter(
          PARAMETER,
          name
              + " can't be set: it belongs to the connection, or would change what a browser lets"
              + " this server's pages do.");
    }
    if (name.equalsIgnoreCase("Location") && !value.isEmpty() && !leadsHere(value, api)) {
      throw Problem.parameter(
          PARAMETER, "Location can't lead to another server: anybody could be sent anywhere.");
    }
    return new ExtraHeader(name, value);
  }

  private static boolean leadsHere(String location, String api) {
    try {
      URI own = URI.create(api);
      URI target = own.resolve(location);
      return own.getScheme().equalsIgnoreCase(target.getScheme())
          && own.getRawAuthority().equalsIgnoreCase(target.getRawAuthority());
    } catch (IllegalArgumentException unreadable) {
      return false;
    }
  }
}
