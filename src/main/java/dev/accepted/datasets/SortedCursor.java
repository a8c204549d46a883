package dev.accepted.datasets;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** Rows as a sorter gives them. */
final class SortedCursor implements RowCursor {

  private final RowSorter sorter;
  private final List<Column> columns;
  private final List<Integer> places;
  private final Iterator<@Nullable Object[]> rows;
  private @Nullable Object @Nullable [] row;

  /**
   * @param sorter that has all rows; closed with this
   * @param places for each column, its place in the sorter's rows, from 0
   */
  SortedCursor(RowSorter sorter, List<Column> columns, List<Integer> places) {
    this.sorter = sorter;
    this.columns = List.copyOf(columns);
    this.places = List.copyOf(places);
    this.rows = sorter.sorted();
  }

  @Override
  public List<Column> columns() {
    return columns;
  }

  @Override
  public boolean next() {
    row = rows.hasNext() ? rows.next() : null;
    return row != null;
  }

  @Override
  public @Nullable Object value(int column) {
    if (row == null) {
      throw new NoSuchElementException("there is no current row");
    }
    return row[places.get(column)];
  }

  @Override
  public void close() {
    sorter.close();
  }
}
