package dev.accepted.datasets;

import dev.accepted.sql.DatabaseException;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The answer as the database streams it. */
final class JdbcRowCursor implements RowCursor {

  private final ResultSet rows;
  private final List<Column> columns;
  private final List<Integer> places;
  private final Answering answering;

  /**
   * @param places for each column, its place in the result, from 1
   */
  JdbcRowCursor(ResultSet rows, List<Column> columns, List<Integer> places, Answering answering) {
    this.rows = rows;
    this.columns = List.copyOf(columns);
    this.places = List.copyOf(places);
    this.answering = answering;
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
      throw new DatabaseException("reading an answer failed", e);
    }
  }

  @Override
  public @Nullable Object value(int column) {
    try {
      return value(rows, places.get(column), columns.get(column).type());
    } catch (SQLException e) {
      throw new DatabaseException("reading an answer failed", e);
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

  /** The database strips zeros, also those before the point: 100 would come as 1E+2. */
  private static @Nullable BigDecimal plain(@Nullable BigDecimal number) {
    return number != null && number.scale() < 0 ? number.setScale(0) : number;
  }

  @Override
  public void close() {
    answering.close();
  }
}
