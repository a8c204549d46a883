package dev.accepted.http.exchange.log;

import java.util.List;
import java.util.Locale;

/**
 * What kind of program a client is, by the beginning of its {@code User-Agent}. Nothing else of
 * that header is kept: it is anybody's words, and who sees a job needn't see more of who asks.
 */
public enum ClientStyle {
  BROWSER(0),
  CURL(1),
  WGET(2),
  JAVA(3),
  PYTHON(4),
  JAVASCRIPT(5),
  GO(6),
  OTHER(7);

  private static final List<Beginning> BEGINNINGS =
      List.of(
          new Beginning("Mozilla/", BROWSER),
          new Beginning("Opera/", BROWSER),
          new Beginning("curl/", CURL),
          new Beginning("Wget/", WGET),
          new Beginning("Java-http-client/", JAVA),
          new Beginning("Java/", JAVA),
          new Beginning("Apache-HttpClient/", JAVA),
          new Beginning("okhttp/", JAVA),
          new Beginning("python-requests/", PYTHON),
          new Beginning("Python-urllib/", PYTHON),
          new Beginning("python-httpx/", PYTHON),
          new Beginning("Python/", PYTHON),
          new Beginning("node", JAVASCRIPT),
          new Beginning("undici", JAVASCRIPT),
          new Beginning("axios/", JAVASCRIPT),
          new Beginning("Deno/", JAVASCRIPT),
          new Beginning("Bun/", JAVASCRIPT),
          new Beginning("Go-http-client/", GO));

  private final String wireName = name().toLowerCase(Locale.ROOT);
  private final int code;

  ClientStyle(int code) {
    this.code = code;
  }

  private record Beginning(String text, ClientStyle style) {

    boolean begins(String userAgent) {
      return userAgent.regionMatches(true, 0, text, 0, text.length());
    }
  }

  /** Its name in bodies. */
  public String wireName() {
    return wireName;
  }

  /** Its number, by which it is kept: its place among all. */
  int code() {
    return code;
  }

  /** The style of who calls itself that; {@link #OTHER} for whoever doesn't say. */
  static ClientStyle of(String userAgent) {
    for (Beginning beginning : BEGINNINGS) {
      if (beginning.begins(userAgent)) {
        return beginning.style();
      }
    }
    return OTHER;
  }
}
