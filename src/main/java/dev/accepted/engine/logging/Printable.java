package dev.accepted.engine.logging;

/** What job code says, made fit to be shown and stored. */
public final class Printable {

  private Printable() {}

  /**
   * At most so many characters. One line is one line: whatever would break or color it in a
   * terminal, or what a database won't have in a text, is replaced.
   */
  public static String line(String text, int most) {
    String cut = text.length() > most ? text.substring(0, most) : text;
    return cut.chars().noneMatch(Character::isISOControl) ? cut : replaced(cut);
  }

  private static String replaced(String text) {
    return text.codePoints()
        .map(c -> Character.isISOControl(c) ? ' ' : c)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
