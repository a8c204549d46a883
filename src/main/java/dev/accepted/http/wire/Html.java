package dev.accepted.http.wire;

/** Text as HTML has it. */
public final class Html {

  private Html() {}

  /** Anybody's words, to stand between tags or in a quoted attribute. */
  public static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
