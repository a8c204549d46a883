package dev.accepted.sql;

import java.sql.SQLException;

/** Makes one value of one row. */
@FunctionalInterface
public interface RowMapper<T> {

  T map(Row row) throws SQLException;
}
