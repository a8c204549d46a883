package dev.accepted.http.browser;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;

/**
 * The headers by which a browser knows what an answer may do. They are on every answer, so each
 * kind has no more of them than it has a use for.
 */
final class AnswerPolicy {
  /**
   * JSON, problems, event streams, figures: nothing in them is to be loaded, run or framed. And
   * scripts and styles, of which a page has dozens: what they may do is the page's to say.
   */
  static final AnswerPolicy DATA =
      new AnswerPolicy(
          Map.of(
              AnswerPolicy.CONTENT_SECURITY_POLICY,
              "default-src 'none'; frame-ancestors 'none'",
              "X-Content-Type-Options",
              "nosniff",
              "Referrer-Policy",
              AnswerPolicy.REFERRER,
              "Cross-Origin-Resource-Policy",
              "same-origin"));

  /**
   * The simulator, which pages of other origins may use, too, and never with a visitor's cookies.
   * What it sends may be anybody's words: a browser that shows them alone has nothing to run.
   */
  static final AnswerPolicy SHARED =
      new AnswerPolicy(
          Map.of(
              AnswerPolicy.CONTENT_SECURITY_POLICY,
              "default-src 'none'; frame-ancestors 'none'; sandbox",
              "X-Content-Type-Options",
              "nosniff",
              "Referrer-Policy",
              AnswerPolicy.REFERRER,
              "Cross-Origin-Resource-Policy",
              "cross-origin",
              "Access-Control-Allow-Origin",
              "*",
              "Access-Control-Expose-Headers",
              "*"));

  /**
   * Pages and what they are made of. Scripts and styles come from files of this server's; frames
   * show results, and nobody frames a page.
   */
  static final AnswerPolicy PAGE = page("'self'");

  /** The page with Swagger UI, whose style sheet has its icons in itself. */
  static final AnswerPolicy REFERENCE = page("'self' data:");

  /** Replaced where a result is shown; see {@code http.content}. */
  static final String CONTENT_SECURITY_POLICY = "Content-Security-Policy";

  /** Others don't learn which job was looked at; {@code no-referrer} would take forms' Origin. */
  static final String REFERRER = "same-origin";

  private final Map<String, String> headers;

  private AnswerPolicy(Map<String, String> headers) {
    this.headers = headers;
  }

  /**
   * One for pages.
   *
   * @param images where their images come from
   */
  private static AnswerPolicy page(String images) {
    return new AnswerPolicy(
        Map.of(
            AnswerPolicy.CONTENT_SECURITY_POLICY,
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src "
                + images
                + "; media-src 'self'; connect-src 'self'; frame-src 'self'; base-uri 'none';"
                + " form-action 'self'; frame-ancestors 'none'",
            "X-Content-Type-Options",
            "nosniff",
            "X-Frame-Options",
            "DENY",
            "Referrer-Policy",
            AnswerPolicy.REFERRER,
            "Cross-Origin-Resource-Policy",
            "same-origin",
            "Cross-Origin-Opener-Policy",
            "same-origin",
            "Permissions-Policy",
            "camera=(), geolocation=(), microphone=(), payment=(), usb=()"));
  }

  /** The one for what lies at that path. */
  static AnswerPolicy at(String path) {
    boolean data =
        path.startsWith("/api/")
            || path.equals("/api")
            || path.startsWith("/ws/")
            || path.equals("/openapi")
            || path.equals("/metrics")
            || path.endsWith(".js")
            || path.endsWith(".css");
    if (data) {
      return DATA;
    }
    return path.equals("/reference") || path.equals("/reference.html") ? REFERENCE : PAGE;
  }

  void tell(HttpServletResponse answer) {
    headers.forEach(answer::setHeader);
  }
}
