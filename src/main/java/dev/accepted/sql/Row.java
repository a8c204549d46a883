package dev.accepted.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The current row of a result, by column label; columns that may be null have methods that say so.
 */
public final class Row {

  private final ResultSet rows;

  Row(ResultSet rows) {
    this.rows = rows;
  }

  /** A column that is never null. */
  public String text(String column) throws SQLException {
    return present(column, rows.getString(column));
  }

  public @Nullable String textOrNull(String column) throws SQLException {
    return rows.getString(column);
  }

  /** A whole number; 0 for null. */
  public int number(String column) throws SQLException {
    return rows.getInt(column);
  }

  /** A long whole number; 0 for null. */
  public long longNumber(String column) throws SQLException {
    return rows.getLong(column);
  }

  /** A column that is never null. */
  public UUID uuid(String column) throws SQLException {
    return present(column, uuidOrNull(column));
  }

  public @Nullable UUID uuidOrNull(String column) throws SQLException {
    return rows.getObject(column, UUID.class);
  }

  /** A column that is never null. */
  public Instant instant(String column) throws SQLException {
    return present(column, instantOrNull(column));
  }

  public @Nullable Instant instantOrNull(String column) throws SQLException {
    OffsetDateTime time = rows.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }

  public byte @Nullable [] bytesOrNull(String column) throws SQLException {
    return rows.getBytes(column);
  }

  /** Whatever the driver makes of it. */
  public @Nullable Object object(String column) throws SQLException {
    return rows.getObject(column);
  }

  /** Whatever the driver makes of the column at that place, from 1. */
  public @Nullable Object object(int place) throws SQLException {
    return rows.getObject(place);
  }

  private static <T> T present(String column, @Nullable T value) throws SQLException {
    if (value == null) {
      throw new SQLException("unexpected null in column " + column);
    }
    return value;
  }
}
