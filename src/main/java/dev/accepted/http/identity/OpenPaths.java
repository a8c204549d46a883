package dev.accepted.http.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Pattern;

/**
 * What anybody may read: how the API works. Compared with the path as it was sent, letter by
 * letter: servers disagree on what becomes of dots, semicolons and escapes.
 */
final class OpenPaths {

  private static final Pattern OPEN = Pattern.compile("/openapi|/api/problems(/[a-z0-9-]+)?");

  private OpenPaths() {}

  static boolean include(HttpServletRequest request) {
    return OPEN.matcher(path(request)).matches();
  }

  /** Where somebody signs in and out, and where a page learns whether somebody has. */
  static boolean isSession(HttpServletRequest request) {
    return path(request).equals("/api/session");
  }

  private static String path(HttpServletRequest request) {
    return request.getRequestURI().substring(request.getContextPath().length());
  }
}
