package dev.accepted.sql;

import java.sql.SQLException;

/** Something to be done within a session. */
@FunctionalInterface
public interface SqlWork<T> {

  T in(Session session) throws SQLException;
}
