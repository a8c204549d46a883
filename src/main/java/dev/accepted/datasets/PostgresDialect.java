package dev.accepted.datasets;

import dev.accepted.sql.Database;
import dev.accepted.sql.Session;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** PostgreSQL. */
final class PostgresDialect implements TableDialect {

  private static final int NANO_DIGITS = 9;

  /** Somewhat longer than a statement may take that was given its time; the pool sets it back. */
  private static final int NETWORK_MILLIS = 61 * 60 * 1_000;

  @Override
  public TableReaders readers(Database database) {
    return new SharedReaders(database);
  }

  @Override
  public String nextTableNumberSql() {
    return "select nextval('table_number') as number";
  }

  /**
   * Its timestamps have microseconds only, so times are seconds since 1970 with nine digits behind
   * the point; {@code to_timestamp} makes them readable for people.
   */
  @Override
  public String sqlType(ColumnType type) {
    return switch (type) {
      case INTEGER -> "bigint";
      case DECIMAL, TIMESTAMP -> "numeric";
      case DATE -> "date";
      case BOOLEAN -> "boolean";
      case TEXT -> "text collate \"C\"";
    };
  }

  @Override
  public @Nullable Object bound(@Nullable Object value) {
    return value instanceof LocalDateTime time ? seconds(time.toInstant(ZoneOffset.UTC)) : value;
  }

  private static BigDecimal seconds(Instant time) {
    return BigDecimal.valueOf(time.getEpochSecond())
        .add(BigDecimal.valueOf(time.getNano(), NANO_DIGITS));
  }

  @Override
  public @Nullable Object value(ResultSet rows, int place, ColumnType type) throws SQLException {
    return switch (type) {
      case INTEGER -> rows.getObject(place, Long.class);
      case DECIMAL -> plain(rows.getBigDecimal(place));
      case DATE -> rows.getObject(place, LocalDate.class);
      case TIMESTAMP -> time(rows.getBigDecimal(place));
      case BOOLEAN -> rows.getObject(place, Boolean.class);
      case TEXT -> rows.getString(place);
    };
  }

  /** Zeros at the end are kept by the database; without them, equal numbers are equal objects. */
  private static @Nullable BigDecimal plain(@Nullable BigDecimal number) {
    return number == null ? null : Accumulator.plain(number);
  }

  private static @Nullable LocalDateTime time(@Nullable BigDecimal seconds) {
    if (seconds == null) {
      return null;
    }
    BigDecimal whole = seconds.setScale(0, RoundingMode.FLOOR);
    int nanos = seconds.subtract(whole).movePointRight(NANO_DIGITS).intValueExact();
    return LocalDateTime.ofEpochSecond(whole.longValueExact(), nanos, ZoneOffset.UTC);
  }

  /** The column's collation is that order. */
  @Override
  public String inOrder(String text) {
    return text;
  }

  /** The rest of the transaction is short, so a server that is frozen in it still is noticed. */
  @Override
  public void takeTime(Session session) throws SQLException {
    session.update("set local statement_timeout = '1h'");
    session.connection().setNetworkTimeout(Runnable::run, NETWORK_MILLIS);
  }
}
