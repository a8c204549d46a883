package dev.accepted.http.signin;

import dev.accepted.http.request.SessionCookie;
import dev.accepted.http.wire.Urls;
import java.net.URI;
import java.util.regex.Pattern;

/**
 * Where people who sign in go.
 *
 * @param urls of the API, as they see it
 * @param secure whether they see https
 */
record SignInAddresses(Urls urls, boolean secure) {

  /** The page that tells how to sign in. */
  static final String PAGE = "/sign-in";

  /** Sends them to the issuer. */
  static final String START = PAGE + "/start";

  /** Where the issuer sends them back to. */
  static final String DONE = PAGE + "/done";

  private static final String HOME = "/";
  private static final String COOKIE = "accepted-sign-in";
  private static final int LONGEST = 1_000;

  /** A path of this server's: what browsers take for another host's begins with two slashes. */
  private static final Pattern LOCAL = Pattern.compile("/(?![/\\\\])[\\x21-\\x5b\\x5d-\\x7e]*");

  /** The same as an absolute URL. */
  URI back() {
    return URI.create(urls.api()).resolve(DONE);
  }

  /**
   * The cookie of who is on the way to the issuer. Where they see https, no other host of the same
   * domain can set it, which would have them sign in as somebody else.
   */
  String cookie() {
    return secure ? SessionCookie.HOST + COOKIE : COOKIE;
  }

  /** Where browsers are to send that to; that prefix takes all of the host. */
  String cookiePath() {
    return secure ? HOME : PAGE;
  }

  /** The page they wanted, or the start page, if what was sent is none of this server's. */
  static String target(String sent) {
    return sent != null && sent.length() <= LONGEST && LOCAL.matcher(sent).matches() ? sent : HOME;
  }

  /** The page that tells how to sign in, with what has gone wrong. */
  static String page(String target, String trouble) {
    return PAGE + "?to=" + Urls.query(target) + "&trouble=" + trouble;
  }
}
