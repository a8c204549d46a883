package dev.accepted.http.browser;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.regex.Pattern;

/**
 * The simulator's paths: the only ones that pages of any origin may use, since nothing there is
 * anybody's and nothing is changed. Compared with the path as it was sent, letter by letter.
 */
public final class SharedPaths {

  private static final Pattern SHARED =
      Pattern.compile("/api/status(/[0-9A-Za-z_-]+(/(monitors|results)/[0-9A-Za-z_-]+)?)?");

  private SharedPaths() {}

  /** Whether a request is sent to one. */
  public static boolean include(HttpServletRequest request) {
    String path = request.getRequestURI().substring(request.getContextPath().length());
    return SHARED.matcher(path).matches();
  }

  /** Answers a browser that asks what a page may send there. */
  static void allow(HttpServletResponse answer) {
    answer.setHeader("Access-Control-Allow-Methods", "GET, HEAD, POST, PUT, PATCH, DELETE");
    // "*" doesn't stand for Authorization (Fetch, section 3.2.3).
    answer.setHeader("Access-Control-Allow-Headers", "*, Authorization");
    answer.setHeader("Access-Control-Max-Age", "600");
    answer.setStatus(HttpServletResponse.SC_NO_CONTENT);
  }
}
