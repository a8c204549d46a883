package dev.accepted.http.pages;

import dev.accepted.http.wire.Html;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A page of this server's that has places for what is said to who has no scripts.
 *
 * @param start up to its title
 * @param head from there to where it may say that it is to be refreshed
 * @param body from there to where the words go
 * @param end the rest
 */
record PageTemplate(String start, String head, String body, String end) {

  /** A title, and comments where the other places are, in a {@code noscript} each. */
  private static final Pattern PLACES =
      Pattern.compile(
          "(.*<title>)[^<]*(</title>.*)<!-- refresh -->(.*)<!-- words -->(.*)", Pattern.DOTALL);

  /**
   * The page that stream has.
   *
   * @throws IOException also if it lacks one of the places
   */
  static PageTemplate of(InputStream page) throws IOException {
    Matcher parts = PLACES.matcher(new String(page.readAllBytes(), StandardCharsets.UTF_8));
    if (!parts.matches()) {
      throw new IOException("The page has no place for what is to be said in it");
    }
    return new PageTemplate(parts.group(1), parts.group(2), parts.group(3), parts.group(4));
  }

  /** The page that says this. */
  byte[] saying(Plain plain) {
    String refresh =
        plain.again() > 0
            ? "<meta http-equiv=\"refresh\" content=\"%d\">".formatted(plain.again())
            : "";
    String title = Html.escaped(plain.title()) + " · Accepted";
    return String.join("", start, title, head, refresh, body, plain.html(), end)
        .getBytes(StandardCharsets.UTF_8);
  }
}
