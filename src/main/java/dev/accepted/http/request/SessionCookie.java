package dev.accepted.http.request;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;

/**
 * The cookie of someone who has signed in with a browser. No script reads it, and pages of others
 * have it sent only with links to this server (SameSite, RFC 6265bis, section 5.6.7). Where clients
 * see https, nobody but this host can set it, by the prefix of its name (section 4.1.3.2), and
 * without that prefix it counts for nothing: any host of the same domain could have set it.
 */
public final class SessionCookie {

  /** What a cookie's name begins with that no other host can set (RFC 6265bis, 4.1.3.2). */
  public static final String HOST = "__Host-";

  private static final String NAME = "accepted-session";
  private static final String SECURE_NAME = HOST + NAME;

  private SessionCookie() {}

  /**
   * What the browser keeps; empty if it keeps nothing that counts.
   *
   * @param secure whether clients see https
   */
  public static Optional<String> of(HttpServletRequest request, boolean secure) {
    return request.getHeader("Cookie") == null ? Optional.empty() : value(request, name(secure));
  }

  private static String name(boolean secure) {
    return secure ? SECURE_NAME : NAME;
  }

  /** The value of the cookie of that name. */
  public static Optional<String> value(HttpServletRequest request, String name) {
    Cookie[] cookies = request.getCookies();
    if (cookies != null) {
      for (Cookie cookie : cookies) {
        if (cookie.getName().equals(name)) {
          return Optional.of(cookie.getValue());
        }
      }
    }
    return Optional.empty();
  }

  /**
   * The header {@code Set-Cookie} by which a browser keeps it.
   *
   * @param secure whether clients see https
   */
  public static String kept(String value, Duration life, boolean secure) {
    return header(name(secure), value, "/", life, secure);
  }

  /** The header {@code Set-Cookie} by which a browser forgets it. */
  public static String forgotten(boolean secure) {
    return kept("", Duration.ZERO, secure);
  }

  /** The header {@code Set-Cookie} of any cookie that only this server is to see. */
  public static String header(
      String name, String value, String path, Duration life, boolean secure) {
    return "%s=%s; Path=%s; Max-Age=%d; HttpOnly; SameSite=Lax%s"
        .formatted(name, value, path, life.toSeconds(), secure ? "; Secure" : "");
  }
}
