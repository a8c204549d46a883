package dev.accepted.http.header;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The conditions of a GET or HEAD on a representation that has a strong tag and a date, in the
 * order of RFC 9110, section 13.2.2.
 *
 * @param tag the representation's entity tag
 * @param modified when it last changed
 */
public record Preconditions(String tag, Instant modified) {

  /** What the conditions say. */
  public enum Outcome {
    /** Send it. */
    PROCEED,
    /** The client has it: 304. */
    NOT_MODIFIED,
    /** Not the one the client wants: 412. */
    FAILED
  }

  /**
   * Evaluates the conditions of a request.
   *
   * @param headers all lines of a header, by name; none if it wasn't sent
   */
  public Outcome evaluate(Function<String, List<String>> headers) {
    List<String> match = headers.apply("If-Match");
    if (!match.isEmpty()) {
      if (!EntityTags.stronglyListed(match, tag)) {
        return Outcome.FAILED;
      }
    } else if (date(headers, "If-Unmodified-Since").filter(this::modifiedAfter).isPresent()) {
      return Outcome.FAILED;
    }
    List<String> noneMatch = headers.apply("If-None-Match");
    boolean had =
        noneMatch.isEmpty()
            ? date(headers, "If-Modified-Since").filter(since -> !modifiedAfter(since)).isPresent()
            : EntityTags.weaklyListed(noneMatch, tag);
    return had ? Outcome.NOT_MODIFIED : Outcome.PROCEED;
  }

  /** Whether {@code If-Range}, by tag or by date, allows a part to be sent. */
  public boolean allowsRange(List<String> ifRange) {
    if (ifRange.isEmpty()) {
      return true;
    }
    String condition = ifRange.get(0).strip();
    return (condition.startsWith("\"") || condition.startsWith("W/"))
        ? EntityTags.same(condition, tag)
        : HttpDate.parse(condition).filter(HttpDate.wholeSecond(modified)::equals).isPresent();
  }

  private boolean modifiedAfter(Instant date) {
    return HttpDate.wholeSecond(modified).isAfter(date);
  }

  private static Optional<Instant> date(Function<String, List<String>> headers, String name) {
    return headers.apply(name).stream().findFirst().flatMap(HttpDate::parse);
  }
}
