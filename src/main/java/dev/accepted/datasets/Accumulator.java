package dev.accepted.datasets;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** Takes the values of one group, one after the other. Empty ones count for nothing. */
sealed interface Accumulator {

  void add(@Nullable Object value);

  /** What came of them; null if there was none, save where they are counted. */
  @Nullable Object result();

  /** How many there are. */
  final class Count implements Accumulator {

    private final boolean emptyToo;
    private long count;

    Count(boolean emptyToo) {
      this.emptyToo = emptyToo;
    }

    @Override
    public void add(@Nullable Object value) {
      count += emptyToo || value != null ? 1 : 0;
    }

    @Override
    public Object result() {
      return count;
    }
  }

  /** Their sum. */
  final class Sum implements Accumulator {

    private final boolean whole;
    private final Total total = new Total();

    /**
     * @param whole whether the result is a {@link Long}
     */
    Sum(boolean whole) {
      this.whole = whole;
    }

    @Override
    public void add(@Nullable Object value) {
      total.add(value);
    }

    /**
     * @throws ArithmeticException if the sum doesn't fit
     */
    @Override
    public @Nullable Object result() {
      if (total.count == 0) {
        return null;
      }
      BigDecimal sum = total.sum();
      return whole ? (Object) sum.longValueExact() : sum;
    }
  }

  /** Their mean, to twenty digits. */
  final class Mean implements Accumulator {

    private static final MathContext DIGITS = new MathContext(20, RoundingMode.HALF_EVEN);

    private final Total total = new Total();

    @Override
    public void add(@Nullable Object value) {
      total.add(value);
    }

    @Override
    public @Nullable Object result() {
      return total.count == 0
          ? null
          : plain(total.sum().divide(BigDecimal.valueOf(total.count), DIGITS));
    }
  }

  /** The least or the greatest of them. */
  final class Extreme implements Accumulator {

    private final boolean greatest;
    private @Nullable Object found;

    Extreme(boolean greatest) {
      this.greatest = greatest;
    }

    @Override
    public void add(@Nullable Object value) {
      if (value == null) {
        return;
      }
      int difference = found == null ? 0 : ValueOrder.compare(value, found);
      if (found == null || (greatest ? difference > 0 : difference < 0)) {
        found = value;
      }
    }

    @Override
    public @Nullable Object result() {
      return found;
    }
  }

  /** Without zeros at the end, and without an exponent. */
  static BigDecimal plain(BigDecimal number) {
    BigDecimal stripped = number.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }
}
