package dev.accepted.datasets;

import dev.accepted.sql.Database;
import dev.accepted.sql.Session;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** H2. */
final class EmbeddedDialect implements TableDialect {

  @Override
  public TableReaders readers(Database database) {
    return new LocalReaders(database);
  }

  @Override
  public String nextTableNumberSql() {
    return "select next value for table_number as number";
  }

  @Override
  public String sqlType(ColumnType type) {
    return switch (type) {
      case INTEGER -> "bigint";
      case DECIMAL -> "decfloat(1000)";
      case DATE -> "date";
      case TIMESTAMP -> "timestamp(9)";
      case BOOLEAN -> "boolean";
      case TEXT -> "varchar";
    };
  }

  @Override
  public @Nullable Object bound(@Nullable Object value) {
    return value;
  }

  @Override
  public @Nullable Object value(ResultSet rows, int place, ColumnType type) throws SQLException {
    return switch (type) {
      case INTEGER -> rows.getObject(place, Long.class);
      case DECIMAL -> plain(rows.getBigDecimal(place));
      case DATE -> rows.getObject(place, LocalDate.class);
      case TIMESTAMP -> rows.getObject(place, LocalDateTime.class);
      case BOOLEAN -> rows.getObject(place, Boolean.class);
      case TEXT -> rows.getString(place);
    };
  }

  /** Zeros are stripped already, also those before the point: 100 would come as 1E+2. */
  private static @Nullable BigDecimal plain(@Nullable BigDecimal number) {
    return number != null && number.scale() < 0 ? number.setScale(0) : number;
  }

  /** By itself H2 compares Java's chars, of which rare characters take two. */
  @Override
  public String inOrder(String text) {
    return "cast(" + text + " as varbinary)";
  }

  /** Nothing is limited. */
  @Override
  public void takeTime(Session session) {}
}
