package dev.accepted.datasets;

import dev.accepted.sql.Database;
import dev.accepted.sql.Session;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * What differs between the databases. What is stored, and what a query answers, does not: text is
 * compared by code points, numbers are exact, and times have nanoseconds on either.
 */
interface TableDialect {

  static TableDialect of(Database database) {
    return switch (database.dialect()) {
      case H2 -> new EmbeddedDialect();
      case POSTGRESQL -> new PostgresDialect();
    };
  }

  /** Who reads which table of that database. */
  TableReaders readers(Database database);

  /** A query for a number, {@code number}, that no table had before. */
  String nextTableNumberSql();

  /** The SQL type of a column's values. */
  String sqlType(ColumnType type);

  /** A value of one of {@link ColumnType}'s Java types in the form in which it is bound. */
  @Nullable Object bound(@Nullable Object value);

  /** A value of the Java type that its column has. */
  @Nullable Object value(ResultSet rows, int place, ColumnType type) throws SQLException;

  /** A text in the form in which it is compared by code points. */
  String inOrder(String text);

  /**
   * Lets the statements of this transaction, which may copy all rows of a load, take their time.
   */
  void takeTime(Session session) throws SQLException;
}
