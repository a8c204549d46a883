package dev.accepted.http.identity;

import dev.accepted.http.problem.Problem;
import dev.accepted.http.request.Unauthorized;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a request has to say who sends it. */
final class Credential {

  private static final String AUTHORIZATION = "Authorization";
  private static final String KEY = "X-Api-Key";
  private static final String SCHEME = "Bearer ";

  private Credential() {}

  /**
   * The key or token; empty if none was sent. Another scheme's is as good as none: it may be meant
   * for somebody on the way.
   *
   * @throws Problem 400 if more than one was sent (RFC 6750, section 2)
   */
  static Optional<String> of(HttpServletRequest request) {
    String authorization = single(request, AUTHORIZATION);
    String key = single(request, KEY);
    Optional<String> bearer =
        authorization != null && authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
            ? Optional.of(authorization.substring(SCHEME.length()).strip())
            : Optional.empty();
    if (key == null) {
      return bearer;
    }
    if (bearer.isPresent()) {
      throw Unauthorized.unreadable(KEY, "Authorization and X-Api-Key: send one of them.");
    }
    return Optional.of(key.strip());
  }

  private static @Nullable String single(HttpServletRequest request, String header) {
    String first = request.getHeader(header);
    if (first != null) {
      List<String> lines = Collections.list(request.getHeaders(header));
      if (lines.size() > 1) {
        throw Unauthorized.unreadable(header, header + " is sent more than once.");
      }
    }
    return first;
  }
}
