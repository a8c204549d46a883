package dev.accepted.types.inspections.report;

/** Text within HTML, SVG and XML. */
final class Markup {

  private Markup() {}

  /** The text with all that could be markup escaped, and without what XML can't hold. */
  static String escaped(String text) {
    StringBuilder escaped = new StringBuilder(text.length() + 16);
    text.codePoints()
        .forEach(
            point -> {
              switch (point) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.appendCodePoint(isPossible(point) ? point : '\uFFFD');
              }
            });
    return escaped.toString();
  }

  /** Char of XML 1.0, section 2.2. */
  private static boolean isPossible(int point) {
    return point == '\t'
        || point == '\n'
        || point == '\r'
        || (point >= 0x20 && point <= 0xD7FF)
        || (point >= 0xE000 && point <= 0xFFFD)
        || point >= 0x10000;
  }
}
