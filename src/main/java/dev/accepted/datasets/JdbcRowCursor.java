package dev.accepted.datasets;

import dev.accepted.sql.DatabaseException;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows as the database streams them. */
final class JdbcRowCursor implements RowCursor {

  private final ResultSet rows;
  private final List<Column> columns;
  private final Runnable close;

  JdbcRowCursor(ResultSet rows, List<Column> columns, Runnable close) {
    this.rows = rows;
    this.columns = List.copyOf(columns);
    this.close = close;
  }

  @Override
  public List<Column> columns() {
    return columns;
  }

  @Override
  public boolean next() {
    try {
      return rows.next();
    } catch (SQLException e) {
      throw new DatabaseException("reading rows failed", e);
    }
  }

  @Override
  public @Nullable Object value(int column) {
    try {
      return value(rows, column + 1, columns.get(column).type());
    } catch (SQLException e) {
      throw new DatabaseException("reading rows failed", e);
    }
  }

  /** A value of the Java type that its column has. */
  static @Nullable Object value(ResultSet rows, int place, ColumnType type) throws SQLException {
    return switch (type) {
      case INTEGER -> rows.getObject(place, Long.class);
      case DECIMAL -> plain(rows.getBigDecimal(place));
      case DATE -> rows.getObject(place, LocalDate.class);
      case TIMESTAMP -> rows.getObject(place, LocalDateTime.class);
      case BOOLEAN -> rows.getObject(place, Boolean.class);
      case TEXT -> rows.getString(place);
    };
  }

  /**
   * The database strips zeros, also those before the point: 100 would come as 1E+2. So equal
   * numbers are equal objects.
   */
  private static @Nullable BigDecimal plain(@Nullable BigDecimal number) {
    return number != null && number.scale() < 0 ? number.setScale(0) : number;
  }

  @Override
  public void close() {
    try {
      rows.close();
    } catch (SQLException e) {
      throw new DatabaseException("a cursor could not be closed", e);
    } finally {
      close.run();
    }
  }
}
