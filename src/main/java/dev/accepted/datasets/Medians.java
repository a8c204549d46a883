package dev.accepted.datasets;

import java.math.BigDecimal;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/**
 * The medians of one column, group by group in the order of their keys. Its values are sorted by
 * group and size; of each group's run of values, whose length is known, the middle is taken. So a
 * group may be of any size.
 */
final class Medians {

  private static final BigDecimal TWO = BigDecimal.valueOf(2);

  private final Iterator<@Nullable Object[]> rows;

  /**
   * @param rows sorted; the last value of each is one of the column's, never null
   */
  Medians(Iterator<@Nullable Object[]> rows) {
    this.rows = rows;
  }

  /** The median of the next so many values: the middle one, or the mean of the middle two. */
  @Nullable BigDecimal next(long count) {
    BigDecimal lower = null;
    BigDecimal upper = null;
    for (long i = 0; i < count; i++) {
      @Nullable Object[] row = rows.next();
      if (i == (count - 1) / 2) {
        lower = new BigDecimal(String.valueOf(row[row.length - 1]));
      }
      if (i == count / 2) {
        upper = new BigDecimal(String.valueOf(row[row.length - 1]));
      }
    }
    return lower == null || upper == null ? null : Accumulator.plain(lower.add(upper).divide(TWO));
  }
}
