package dev.accepted.datasets.csv;

import java.util.regex.Pattern;

/**
 * Text in CSV that a spreadsheet would take for a formula ("CSV injection", OWASP): it gets an
 * apostrophe in front, which spreadsheets take for "this is text". A plain number can do no harm
 * and stays, so that -5 is the same number to whoever reads the file.
 *
 * <p>What is looked at is the first character that isn't blank. The full-width forms of the four
 * signs count, since some spreadsheets take them for the same.
 */
public final class SpreadsheetText {

  private static final String SIGNS = "=+-@\uff1d\uff0b\uff0d\uff20";
  private static final String STARTS = "\t\r\n";
  private static final Pattern PLAIN_NUMBER = Pattern.compile("[+-]?[0-9]+([.,][0-9]+)?");

  private SpreadsheetText() {}

  /** The text, or the text with an apostrophe in front. */
  public static String harmless(String text) {
    return isFormula(text) && !PLAIN_NUMBER.matcher(text).matches() ? "'" + text : text;
  }

  private static boolean isFormula(String text) {
    if (text.isEmpty()) {
      return false;
    }
    if (STARTS.indexOf(text.charAt(0)) >= 0) {
      return true;
    }
    int first = 0;
    while (first < text.length() && isBlank(text.charAt(first))) {
      first++;
    }
    return first < text.length() && SIGNS.indexOf(text.charAt(first)) >= 0;
  }

  private static boolean isBlank(char c) {
    return Character.isWhitespace(c)
        || Character.isSpaceChar(c)
        || Character.isISOControl(c)
        || Character.getType(c) == Character.FORMAT;
  }
}
