package dev.accepted.sql;

import java.sql.SQLException;

/** The database did not do what it was asked; {@link #getCause()} has its own words. */
public final class DatabaseException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public DatabaseException(String message, SQLException cause) {
    super(message + ": " + cause.getMessage(), cause);
  }
}
