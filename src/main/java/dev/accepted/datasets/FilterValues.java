package dev.accepted.datasets;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.temporal.Temporal;
import org.jspecify.annotations.Nullable;

/** Values of filters, converted to what they are compared with. */
public final class FilterValues {

  private FilterValues() {}

  /**
   * The value as the column's type, or as a number that can be compared with it.
   *
   * @throws InvalidQuery if the two can't be compared
   */
  public static Object fit(Column column, Object value) throws InvalidQuery {
    if (column.type() == ColumnType.TEXT && value.toString().indexOf('\0') >= 0) {
      throw new InvalidQuery(
          "'%s' holds text, in which there is no character U+0000".formatted(column.name()));
    }
    Object fitting = fitOrNull(column.type(), value);
    if (fitting == null) {
      throw new InvalidQuery(
          "'%s' holds %s, which can't be compared with '%s'"
              .formatted(column.name(), column.type().wireName(), value));
    }
    return fitting;
  }

  private static @Nullable Object fitOrNull(ColumnType type, Object value) {
    if (value instanceof Temporal && type != ColumnType.TEXT) {
      return ValueParser.parse(type, value.toString());
    }
    return switch (type) {
      case INTEGER, DECIMAL -> number(value);
      case TEXT -> value instanceof BigDecimal number ? number.toPlainString() : value.toString();
      case BOOLEAN, DATE, TIMESTAMP -> ValueParser.parse(type, value.toString());
    };
  }

  /** Whole numbers are compared with fractions too, so both are numbers to either column. */
  private static @Nullable Object number(Object value) {
    if (value instanceof BigInteger whole) {
      return new BigDecimal(whole);
    }
    if (value instanceof Integer || value instanceof Long) {
      return ((Number) value).longValue();
    }
    return value instanceof Boolean
        ? null
        : ValueParser.parse(ColumnType.DECIMAL, value.toString());
  }
}
