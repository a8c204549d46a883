package dev.accepted.datasets;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows, one after the other, in bounded memory. Used by one thread, and closed. */
public interface RowCursor extends AutoCloseable {

  /** The columns of each row. */
  List<Column> columns();

  /** Steps to the next row; false when there is none. */
  boolean next();

  /**
   * The current row's value in that column, from 0; null if it is empty. Its Java type: see {@link
   * ColumnType}.
   */
  @Nullable Object value(int column);

  @Override
  void close();
}
