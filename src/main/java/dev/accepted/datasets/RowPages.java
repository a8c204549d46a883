package dev.accepted.datasets;

import dev.accepted.sql.Session;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Pages of rows by their numbers. A cursor tells the table too: once a dataset's rows are replaced,
 * cursors into the old ones are no longer good.
 */
final class RowPages {

  private RowPages() {}

  static RowPage page(Reading reading, TableDialect dialect, int limit, @Nullable String cursor)
      throws InvalidCursor {
    long after = cursor == null ? 0 : rowNumber(reading.dataset().table(), cursor);
    return reading.read(session -> page(session, dialect, reading.dataset(), limit, after));
  }

  private static RowPage page(
      Session session, TableDialect dialect, StoredDataset dataset, int limit, long after)
      throws SQLException {
    DataTable table = dataset.table();
    List<List<@Nullable Object>> rows = new ArrayList<>();
    long total = dataset.info().rows();
    try (ResultSet found =
        session
            .prepare(
                "select %s from %s where n > ? and n <= ? order by n"
                    .formatted(table.columnList(), table.name()),
                after,
                Math.min(total, after + limit))
            .executeQuery()) {
      while (found.next()) {
        rows.add(row(found, dialect, table.columns()));
      }
    }
    long last = after + rows.size();
    return new RowPage(table.columns(), rows, last < total ? cursor(table, last) : null);
  }

  private static List<@Nullable Object> row(
      ResultSet found, TableDialect dialect, List<Column> columns) throws SQLException {
    List<@Nullable Object> row = new ArrayList<>(columns.size());
    for (int place = 0; place < columns.size(); place++) {
      row.add(dialect.value(found, place + 1, columns.get(place).type()));
    }
    return row;
  }

  private static String cursor(DataTable table, long row) {
    String text = table.number() + ":" + row;
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.US_ASCII));
  }

  private static long rowNumber(DataTable table, String cursor) throws InvalidCursor {
    try {
      String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII);
      int colon = text.indexOf(':');
      if (colon > 0 && Long.parseLong(text.substring(0, colon)) == table.number()) {
        long row = Long.parseLong(text.substring(colon + 1));
        if (row >= 0) {
          return row;
        }
      }
    } catch (IllegalArgumentException malformed) {
      throw new InvalidCursor();
    }
    throw new InvalidCursor();
  }
}
