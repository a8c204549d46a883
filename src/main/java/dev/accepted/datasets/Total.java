package dev.accepted.datasets;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** The number and the exact sum of values; whole numbers are summed as such as long as they fit. */
final class Total {

  long count;
  private long whole;
  private BigDecimal rest = BigDecimal.ZERO;

  void add(@Nullable Object value) {
    if (value instanceof Long number) {
      count++;
      long next = whole + number;
      boolean overflow = ((whole ^ next) & (number ^ next)) < 0;
      if (overflow) {
        rest = rest.add(BigDecimal.valueOf(whole));
      }
      whole = overflow ? number : next;
    } else if (value instanceof BigDecimal number) {
      count++;
      rest = rest.add(number);
    }
  }

  BigDecimal sum() {
    return Accumulator.plain(rest.add(BigDecimal.valueOf(whole)));
  }
}
