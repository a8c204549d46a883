package dev.accepted.types.inspections.course;

import dev.accepted.types.inspections.dialogue.Header;
import dev.accepted.types.inspections.dialogue.Headers;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Which headers may be given to an inspection, to be sent with its own. */
public final class GivenHeaders {

  private static final int MOST = 50;

  /** RFC 9110, section 5.6.2. */
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]{1,100}");

  /** No line breaks: what follows one would be another header, or another request. */
  private static final Pattern VALUE = Pattern.compile("[\\t\\x20-\\x7e]{0,4000}");

  /** They belong to the message, and are the inspector's own. */
  private static final Set<String> FORBIDDEN =
      Set.of(
          "host",
          "connection",
          "content-length",
          "transfer-encoding",
          "te",
          "trailer",
          "upgrade",
          "expect",
          "keep-alive",
          "accept-encoding",
          "range");

  private GivenHeaders() {}

  /**
   * Those headers.
   *
   * @throws IllegalArgumentException if one of them may not be sent; the message says why, and has
   *     no value in it
   */
  public static Headers of(List<Header> given) {
    if (given.size() > MOST) {
      throw new IllegalArgumentException("at most %d headers can be given".formatted(MOST));
    }
    given.forEach(GivenHeaders::check);
    return new Headers(given);
  }

  private static void check(Header line) {
    String name = line.name().toLowerCase(Locale.ROOT);
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("not the name of a header");
    }
    if (FORBIDDEN.contains(name) || name.startsWith("proxy-")) {
      throw new IllegalArgumentException(
          "%s is the inspector's own to send".formatted(line.name()));
    }
    if (!VALUE.matcher(line.value()).matches()) {
      throw new IllegalArgumentException(
          "the value of %s is too long, or not printable ASCII".formatted(line.name()));
    }
  }
}
