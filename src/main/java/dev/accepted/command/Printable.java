package dev.accepted.command;

/** Text from elsewhere on a terminal, which takes some characters for commands. */
final class Printable {

  private static final char INSTEAD = '\uFFFD';

  private Printable() {}

  /** The text on one line, without characters that control, or that turn the direction. */
  static String of(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            point -> {
              switch (Character.getType(point)) {
                case Character.CONTROL -> plain.append(isSpace(point) ? ' ' : INSTEAD);
                case Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    plain.append(INSTEAD);
                default -> plain.appendCodePoint(point);
              }
            });
    return plain.toString();
  }

  private static boolean isSpace(int point) {
    return point == '\n' || point == '\r' || point == '\t';
  }
}
