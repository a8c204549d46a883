package dev.accepted.datasets;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a dataset that pass the filters, in the order of loading, straight from its table.
 * Nothing is sorted or grouped by the database: what H2 doesn't hold in memory it keeps in a tree
 * on disk, row by row, and that takes minutes for a million rows; and PostgreSQL would keep a
 * transaction open, and with it all dead rows of the jobs' tables, for as long as a reader takes.
 *
 * @param where further conditions of those rows, each after an {@code and}; empty, if all pass
 */
record TableScan(Reading reading, TableDialect dialect, Sql where) {

  /**
   * Opens a cursor over some columns.
   *
   * @param places of the columns in the table, from 0; at least one
   * @param limit most rows, 0 for all
   */
  ScanCursor open(List<Integer> places, long limit) {
    DataTable table = reading.dataset().table();
    String select =
        places.stream().map(DataTable::column).collect(Collectors.joining(", ", "select ", ""));
    return new ScanCursor(
        this,
        select + " from " + table.name() + " where n > ? and n <= ?",
        places.stream().map(table.columns()::get).toList(),
        limit);
  }

  /** Shows each row; its array may be kept. */
  void each(List<Integer> places, Consumer<@Nullable Object[]> reader) {
    ScanCursor rows = open(places, 0);
    while (rows.next()) {
      reader.accept(rows.row());
    }
  }
}
