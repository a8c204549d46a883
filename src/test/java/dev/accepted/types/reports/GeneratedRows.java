package dev.accepted.types.reports;

import dev.accepted.datasets.Column;
import dev.accepted.datasets.RowCursor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A cursor over rows that are made when they are asked for. */
final class GeneratedRows implements RowCursor {

  private final List<Column> columns;
  private final long count;
  private final Cell cell;
  private long row = -1;

  /** The value of a cell. */
  interface Cell {
    /** By row and column, from 0. */
    @Nullable Object at(long row, int column);
  }

  GeneratedRows(List<Column> columns, long count, Cell cell) {
    this.columns = columns;
    this.count = count;
    this.cell = cell;
  }

  /** Those rows. */
  static GeneratedRows of(List<Column> columns, List<List<? extends @Nullable Object>> rows) {
    return new GeneratedRows(
        columns, rows.size(), (row, column) -> rows.get((int) row).get(column));
  }

  @Override
  public List<Column> columns() {
    return columns;
  }

  @Override
  public boolean next() {
    return ++row < count;
  }

  @Override
  public @Nullable Object value(int column) {
    return cell.at(row, column);
  }

  @Override
  public void close() {}
}
