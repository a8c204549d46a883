package dev.accepted.datasets.csv;

import dev.accepted.datasets.ColumnType;
import dev.accepted.datasets.ValueParser;
import java.util.EnumSet;
import java.util.Set;

/**
 * What a column holds, judged by all of its values: the narrowest type that fits every one. What
 * only looks like a number stays text, as a number would lose of it: {@code 01234} its zero, {@code
 * +49 30} its plus, {@code 12E5} its meaning.
 */
final class ColumnGuess {

  private final Set<ColumnType> candidates = EnumSet.complementOf(EnumSet.of(ColumnType.TEXT));
  private boolean anyValue;
  private boolean anyOffset;
  private boolean anyLocal;

  /** Looks at one more value. */
  void observe(String text) {
    if (candidates.isEmpty() || text.isBlank()) {
      return;
    }
    anyValue = true;
    String value = text.strip();
    boolean narrowerFits = false;
    for (ColumnType type : ColumnType.values()) {
      if (candidates.contains(type)) {
        boolean widens = type == ColumnType.DECIMAL || type == ColumnType.TIMESTAMP;
        narrowerFits = (widens && narrowerFits) || fits(type, value);
        if (!narrowerFits) {
          candidates.remove(type);
        }
      } else {
        narrowerFits = false;
      }
    }
    if (candidates.contains(ColumnType.TIMESTAMP)) {
      observeOffset(value);
    }
  }

  /** An offset in some values only: nobody knows what time the others mean. */
  private void observeOffset(String value) {
    boolean offset =
        value.endsWith("Z")
            || value.endsWith("z")
            || value.indexOf('+') > 0
            || value.lastIndexOf('-') > "2026-01-31".length();
    anyOffset |= offset;
    anyLocal |= !offset;
    if (anyOffset && anyLocal) {
      candidates.remove(ColumnType.TIMESTAMP);
    }
  }

  private static boolean fits(ColumnType type, String value) {
    boolean number = type == ColumnType.INTEGER || type == ColumnType.DECIMAL;
    return !(number && isCode(value)) && ValueParser.parse(type, value) != null;
  }

  private static boolean isCode(String value) {
    int start = value.charAt(0) == '-' ? 1 : 0;
    boolean leadingZero =
        value.length() > start + 1
            && value.charAt(start) == '0'
            && Character.isDigit(value.charAt(start + 1));
    int exponent = Math.max(value.indexOf('e'), value.indexOf('E'));
    boolean bareExponent =
        exponent >= 0
            && value.indexOf('.') < 0
            && value.indexOf('-', exponent) < 0
            && value.indexOf('+', exponent) < 0;
    return leadingZero || bareExponent || value.charAt(0) == '+';
  }

  /** The verdict; text, if there was no value at all. */
  ColumnType type() {
    return anyValue && !candidates.isEmpty() ? candidates.iterator().next() : ColumnType.TEXT;
  }
}
