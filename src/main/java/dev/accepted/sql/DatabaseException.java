package dev.accepted.sql;

import java.sql.SQLException;

/** The database did not do what it was asked; {@link #getCause()} has its own words. */
public final class DatabaseException extends RuntimeException {

  private static final long serialVersionUID = 1L;
  private static final String INTEGRITY_VIOLATION = "23";

  public DatabaseException(String message, SQLException cause) {
    super(message + ": " + cause.getMessage(), cause);
  }

  /**
   * True if a key or a constraint was violated (SQLSTATE class 23), rather than the database being
   * out of order.
   */
  public boolean isIntegrityViolation() {
    return getCause() instanceof SQLException failure
        && failure.getSQLState() != null
        && failure.getSQLState().startsWith(INTEGRITY_VIOLATION);
  }
}
