package dev.accepted.types.reports;

import dev.accepted.datasets.Column;
import dev.accepted.datasets.ColumnType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One column's values as text for people, the same in every country: ISO 8601 dates, a decimal
 * point. Digits stand unseparated; {@link #groups} says where a writer may set them apart.
 */
final class CellText {

  private static final DateTimeFormatter TIMESTAMP =
      new DateTimeFormatterBuilder()
          .appendPattern("uuuu-MM-dd HH:mm:ss")
          .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
          .toFormatter(Locale.ROOT);
  private static final int FIGURES = 5;
  private static final int FEWEST_DECIMALS = 2;
  private static final int MOST_DECIMALS = 12;
  private static final int DIGITS_UNGROUPED = 4;
  private static final int GROUP = 3;

  private final ColumnType type;
  private final boolean rounded;
  private final int decimals;

  private CellText(ColumnType type, boolean rounded, int decimals) {
    this.type = type;
    this.rounded = rounded;
    this.decimals = decimals;
  }

  /** For each column of the report. */
  static List<CellText> of(Report report, ReportRows rows) {
    List<CellText> texts = new ArrayList<>();
    for (int i = 0; i < rows.columns().size(); i++) {
      Column column = rows.columns().get(i);
      boolean rounded = report.rounded().contains(column.name());
      boolean fractions = column.type() == ColumnType.DECIMAL;
      int decimals = fractions ? decimals(rows.sample(i), rounded) : 0;
      texts.add(new CellText(column.type(), rounded, decimals));
    }
    return texts;
  }

  /** As many as the longest fraction has; rounded, about five figures of the largest value. */
  private static int decimals(List<Object> sample, boolean rounded) {
    int magnitude = -MOST_DECIMALS;
    int used = 0;
    for (Object value : sample) {
      BigDecimal number = ((BigDecimal) value).stripTrailingZeros();
      if (number.signum() != 0) {
        magnitude = Math.max(magnitude, number.precision() - number.scale());
        used = Math.max(used, number.scale());
      }
    }
    int room = rounded ? Math.max(FEWEST_DECIMALS, FIGURES - magnitude) : MOST_DECIMALS;
    return Math.min(used, Math.min(room, MOST_DECIMALS));
  }

  /** The text of a value of the column. */
  String of(Object value) {
    if (value instanceof BigDecimal number) {
      int own = number.stripTrailingZeros().scale();
      int shown = rounded ? decimals : Math.max(decimals, own);
      return number.setScale(shown, RoundingMode.HALF_UP).toPlainString();
    }
    return value instanceof LocalDateTime time ? TIMESTAMP.format(time) : value.toString();
  }

  boolean isTime() {
    return type == ColumnType.DATE || type == ColumnType.TIMESTAMP;
  }

  boolean isNumber() {
    return type == ColumnType.INTEGER || type == ColumnType.DECIMAL;
  }

  /**
   * The parts of a number between which a thin gap eases reading: 1234567.89 in 1, 234 and 567.89.
   * Four digits stay whole, as ISO 80000 allows: most of them are years.
   */
  static List<String> groups(String number) {
    int point = number.indexOf('.');
    int end = point < 0 ? number.length() : point;
    int start = number.startsWith("-") ? 1 : 0;
    if (end - start <= DIGITS_UNGROUPED) {
      return List.of(number);
    }
    List<String> groups = new ArrayList<>();
    int from = 0;
    int to = start + (end - start - 1) % GROUP + 1;
    for (; to < end; from = to, to += GROUP) {
      groups.add(number.substring(from, to));
    }
    groups.add(number.substring(from));
    return groups;
  }

  /** A count in a sentence, its groups set apart by narrow no-break spaces. */
  static String count(long number) {
    return String.join("\u202f", groups(Long.toString(number)));
  }
}
