package dev.accepted.datasets;

import dev.accepted.sql.Session;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * Reads a table by spans of row numbers, each with a statement of its own. A span is so short that
 * its rows fit into some megabytes even if each were the largest of all.
 */
final class ScanCursor implements RowCursor {

  private static final int MOST_ROWS = 2_000;
  private static final long MOST_BYTES = 4 << 20;

  private final TableScan scan;
  private final String select;
  private final List<Column> columns;
  private final long end;
  private final long span;
  private final Deque<@Nullable Object[]> ahead = new ArrayDeque<>();
  private long wanted;
  private long last;
  private @Nullable Object @Nullable [] row;

  /**
   * @param select with two places for the span: the number before its first row, and its last
   * @param limit most rows, 0 for all
   */
  ScanCursor(TableScan scan, String select, List<Column> columns, long limit) {
    this.scan = scan;
    this.select = select;
    this.columns = List.copyOf(columns);
    this.wanted = limit > 0 ? limit : Long.MAX_VALUE;
    StoredDataset dataset = scan.reading().dataset();
    this.end = dataset.info().rows();
    this.span = Math.max(1, Math.min(MOST_ROWS, MOST_BYTES / Math.max(1, dataset.widest())));
  }

  @Override
  public List<Column> columns() {
    return columns;
  }

  @Override
  public boolean next() {
    while (ahead.isEmpty() && last < end && wanted > 0) {
      scan.reading().read(this::readSpan);
    }
    row = wanted > 0 ? ahead.poll() : null;
    wanted--;
    return row != null;
  }

  private int readSpan(Session session) throws SQLException {
    long to = Math.min(end, last + span);
    Sql sql =
        Sql.of(select, last, to)
            .then(scan.where())
            .then("order by n limit ?", Math.min(span, wanted));
    try (ResultSet found = session.prepare(sql.text(), sql.arguments()).executeQuery()) {
      while (found.next()) {
        ahead.add(row(found));
      }
    }
    last = to;
    return ahead.size();
  }

  private @Nullable Object[] row(ResultSet found) throws SQLException {
    @Nullable Object[] values = new @Nullable Object[columns.size()];
    for (int place = 0; place < values.length; place++) {
      values[place] = scan.dialect().value(found, place + 1, columns.get(place).type());
    }
    return values;
  }

  /** The current row, whose array may be kept. */
  @Nullable Object[] row() {
    if (row == null) {
      throw new NoSuchElementException("there is no current row");
    }
    return row;
  }

  @Override
  public @Nullable Object value(int column) {
    return row()[column];
  }

  @Override
  public void close() {
    scan.reading().close();
  }
}
