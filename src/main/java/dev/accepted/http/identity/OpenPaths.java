package dev.accepted.http.identity;

import dev.accepted.http.browser.SharedPaths;
import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Pattern;

/**
 * What anybody may read: how the API works, and the simulator, which has nothing of anybody's; of
 * what lies below {@code /api/faulty}, where there are jobs, no more than the list of faults.
 * Compared with the path as it was sent, letter by letter: servers disagree on what becomes of
 * dots, semicolons and escapes.
 */
final class OpenPaths {

  private static final Pattern OPEN =
      Pattern.compile("/openapi|/api/faulty|/api/problems(/[a-z0-9-]+)?");

  private OpenPaths() {}

  static boolean include(HttpServletRequest request) {
    return OPEN.matcher(path(request)).matches() || SharedPaths.include(request);
  }

  /** Where somebody signs in and out, and where a page learns whether somebody has. */
  static boolean isSession(HttpServletRequest request) {
    return path(request).equals("/api/session");
  }

  private static String path(HttpServletRequest request) {
    return request.getRequestURI().substring(request.getContextPath().length());
  }
}
