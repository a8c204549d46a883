package dev.accepted.datasets;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Reads text as a value of a column. */
public final class ValueParser {

  /** Longer numbers, and those with larger exponents, are text to us: nobody computes with them. */
  private static final int MOST_NUMBER_LENGTH = 120;

  private static final int MOST_EXPONENT = 400;
  private static final int MOST_LONG_LENGTH = 20;

  private ValueParser() {}

  /**
   * The value, of the Java type that {@link ColumnType} tells; null if the text is none of that
   * type. Blanks around it don't matter, save in text.
   */
  public static @Nullable Object parse(ColumnType type, String text) {
    return switch (type) {
      case TEXT -> text;
      case INTEGER -> integer(text.strip());
      case DECIMAL -> decimal(text.strip());
      case BOOLEAN -> bool(text.strip());
      case DATE -> TimeParser.date(text.strip());
      case TIMESTAMP -> TimeParser.timestamp(text.strip());
    };
  }

  private static @Nullable Long integer(String text) {
    int length = text.length();
    int start = length > 0 && (text.charAt(0) == '-' || text.charAt(0) == '+') ? 1 : 0;
    if (length == start || length > MOST_LONG_LENGTH) {
      return null;
    }
    for (int i = start; i < length; i++) {
      if (!isDigit(text.charAt(i))) {
        return null;
      }
    }
    try {
      return Long.valueOf(text);
    } catch (NumberFormatException tooLarge) {
      return null;
    }
  }

  private static @Nullable BigDecimal decimal(String text) {
    if (text.isEmpty() || text.length() > MOST_NUMBER_LENGTH || !isNumberText(text)) {
      return null;
    }
    try {
      BigDecimal number = new BigDecimal(text);
      return Math.abs((long) number.scale()) > MOST_EXPONENT ? null : number;
    } catch (NumberFormatException notANumber) {
      return null;
    }
  }

  /** Keeps words, and digits of other scripts, from {@link BigDecimal}. */
  private static boolean isNumberText(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!isDigit(c) && ".+-eE".indexOf(c) < 0) {
        return false;
      }
    }
    return true;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static @Nullable Boolean bool(String text) {
    if (text.equalsIgnoreCase("true")) {
      return true;
    }
    return text.equalsIgnoreCase("false") ? false : null;
  }
}
