package dev.accepted.sql;

import java.sql.SQLException;
import java.util.Set;

/** The database did not do what it was asked; {@link #getCause()} has its own words. */
public final class DatabaseException extends RuntimeException {

  private static final long serialVersionUID = 1L;
  private static final Set<String> REFUSALS = Set.of("22", "23", "42");

  public DatabaseException(String message, SQLException cause) {
    super(message + ": " + cause.getMessage(), cause);
  }

  /**
   * True if the database is in order but won't do what it is asked, now or later: a value doesn't
   * fit (SQLSTATE class 22), a constraint is violated (23), or the statement is wrong (42).
   */
  public static boolean isRefusal(SQLException failure) {
    String state = failure.getSQLState();
    return state != null && state.length() == 5 && REFUSALS.contains(state.substring(0, 2));
  }
}
