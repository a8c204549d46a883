package dev.accepted.datasets;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How rows are read and gathered into groups: first come the values that are grouped by, then one
 * value for each aggregate.
 *
 * @param keys how many values are grouped by
 */
record Groups(int keys, List<BoundAggregate> aggregates) {

  /** One group while it is gathered. */
  record Group(List<@Nullable Object> key, List<Accumulator> accumulators) {

    /**
     * Its row of the answer: the key and then the results.
     *
     * @throws ArithmeticException if a sum is too large
     */
    @Nullable Object[] row() {
      @Nullable Object[] row = key.toArray(new @Nullable Object[key.size() + accumulators.size()]);
      for (int i = 0; i < accumulators.size(); i++) {
        row[key.size() + i] = accumulators.get(i).result();
      }
      return row;
    }

    void add(@Nullable Object[] row) {
      for (int i = 0; i < accumulators.size(); i++) {
        accumulators.get(i).add(row[key.size() + i]);
      }
    }
  }

  /** What of a row tells its group. */
  List<@Nullable Object> key(@Nullable Object[] row) {
    return Arrays.asList(Arrays.copyOf(row, keys));
  }

  Group begin(List<@Nullable Object> key) {
    return new Group(key, aggregates.stream().map(BoundAggregate::accumulator).toList());
  }

  /** The order of groups by what they are. */
  RowOrder order() {
    return RowOrder.byFirst(keys);
  }
}
