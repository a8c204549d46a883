package dev.accepted.datasets;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Orders rows by some of their values; empty values come last, whichever way the rest goes. */
record RowOrder(List<Level> levels) implements Comparator<@Nullable Object[]> {

  /**
   * One level.
   *
   * @param place in the row, from 0
   */
  record Level(int place, boolean descending) {}

  /** By the values at the first places. */
  static RowOrder byFirst(int count) {
    return new RowOrder(List.of()).thenFirst(count);
  }

  /** The same, and among those that are alike, by the values at the first places. */
  RowOrder thenFirst(int count) {
    List<Level> more = new ArrayList<>(levels);
    IntStream.range(0, count).forEach(place -> more.add(new Level(place, false)));
    return new RowOrder(more);
  }

  @Override
  public int compare(@Nullable Object[] left, @Nullable Object[] right) {
    for (Level level : levels) {
      int difference = compare(left[level.place()], right[level.place()], level.descending());
      if (difference != 0) {
        return difference;
      }
    }
    return 0;
  }

  private static int compare(@Nullable Object left, @Nullable Object right, boolean descending) {
    if (left == null || right == null) {
      return Boolean.compare(left == null, right == null);
    }
    int difference = ValueOrder.compare(left, right);
    return descending ? -difference : difference;
  }
}
