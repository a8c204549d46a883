package dev.accepted.datasets;

import dev.accepted.sql.Session;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a dataset that pass the filters, in the order of loading, straight from its table.
 * Nothing is sorted or grouped by H2: what it doesn't hold in memory it keeps in a tree on disk,
 * row by row, and that takes minutes for a million rows.
 */
record TableScan(Session session, StoredDataset dataset, Sql where) {

  /**
   * Opens a cursor over some columns. The session has one at a time.
   *
   * @param places of the columns in the table, from 0; at least one
   * @param limit most rows, 0 for all
   * @param close run when the cursor is closed
   */
  RowCursor open(List<Integer> places, long limit, Runnable close) throws SQLException {
    DataTable table = dataset.table();
    String select =
        places.stream().map(DataTable::column).collect(Collectors.joining(", ", "select ", ""));
    Sql all = Sql.of(select + " from " + table.name()).then(where).then("order by n");
    Sql sql = limit > 0 ? all.then("limit ?", limit) : all;
    return new JdbcRowCursor(
        session.prepare(sql.text(), sql.arguments()).executeQuery(),
        places.stream().map(table.columns()::get).toList(),
        close);
  }

  /** Shows each row; its array may be kept. */
  void each(List<Integer> places, Consumer<@Nullable Object[]> reader) throws SQLException {
    try (RowCursor rows = open(places, 0, () -> {})) {
      while (rows.next()) {
        @Nullable Object[] row = new @Nullable Object[places.size()];
        for (int i = 0; i < row.length; i++) {
          row[i] = rows.value(i);
        }
        reader.accept(row);
      }
    }
  }
}
