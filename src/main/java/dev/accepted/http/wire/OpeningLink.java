package dev.accepted.http.wire;

import java.util.Set;

/**
 * A link that opens parts of one job, to whoever has it.
 *
 * @param token with nothing in it that needs escaping
 * @param parts what follows the job's id in a path; empty for its monitor itself
 */
public record OpeningLink(String token, Set<String> parts) {

  /** The query parameter that has the token. */
  public static final String PARAMETER = "access";

  public OpeningLink {
    parts = Set.copyOf(parts);
  }

  /** Whether it opens that part. */
  public boolean opens(String part) {
    return parts.contains(part);
  }

  /** A URL that has no query yet, with the token. */
  public String on(String url) {
    return url + '?' + PARAMETER + '=' + token;
  }

  /** The token stays out of logs. */
  @Override
  public String toString() {
    return "OpeningLink" + parts;
  }
}
