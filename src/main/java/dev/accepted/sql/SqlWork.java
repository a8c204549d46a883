package dev.accepted.sql;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Something to be done within a session. */
@FunctionalInterface
public interface SqlWork<T extends @Nullable Object> {

  T in(Session session) throws SQLException;
}
