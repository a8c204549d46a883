package dev.accepted.datasets;

import dev.accepted.datasets.Query.Sort;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A query for rows as they are.
 *
 * @param chosen the columns of the answer, by their places in the table
 * @param sort how it is sorted
 * @param sortedBy the columns of {@code sort}, by their places in the table
 */
record PlainQuery(
    DataTable table, List<Integer> chosen, List<Sort> sort, List<Integer> sortedBy, long limit) {

  static PlainQuery of(DataTable table, Query query) throws InvalidQuery {
    List<Integer> chosen = new ArrayList<>();
    for (String name : query.columns()) {
      chosen.add(table.place(name));
    }
    if (chosen.isEmpty()) {
      IntStream.range(0, table.columns().size()).forEach(chosen::add);
    }
    List<Integer> sortedBy = new ArrayList<>();
    for (Sort level : query.sort()) {
      sortedBy.add(table.place(level.column()));
    }
    return new PlainQuery(table, chosen, query.sort(), sortedBy, query.limit());
  }

  /** True if the rows can be handed out as they are read. */
  boolean streams() {
    return sort.isEmpty();
  }

  /** The rows in the order of loading. */
  RowCursor stream(TableScan scan) {
    return scan.open(chosen, limit);
  }

  /** The rows sorted; those that are alike keep the order of loading. */
  RowCursor sorted(TableScan scan) {
    List<Integer> read = new ArrayList<>(chosen);
    read.addAll(sortedBy);
    List<RowOrder.Level> levels = new ArrayList<>();
    for (int i = 0; i < sort.size(); i++) {
      levels.add(new RowOrder.Level(chosen.size() + i, sort.get(i).descending()));
    }
    levels.add(new RowOrder.Level(read.size(), false));
    RowSorter sorter = new RowSorter(new RowOrder(levels), limit);
    try {
      scan.each(read, new Numbering(sorter)::add);
      return new SortedCursor(
          sorter,
          chosen.stream().map(table.columns()::get).toList(),
          IntStream.range(0, chosen.size()).boxed().toList());
    } catch (RuntimeException e) {
      sorter.close();
      throw e;
    }
  }

  /** Adds to each row its number, by which those that are alike are sorted. */
  private static final class Numbering {

    private final RowSorter sorter;
    private long number;

    Numbering(RowSorter sorter) {
      this.sorter = sorter;
    }

    void add(@Nullable Object[] row) {
      @Nullable Object[] numbered = Arrays.copyOf(row, row.length + 1);
      numbered[row.length] = number++;
      sorter.add(numbered);
    }
  }
}
