package dev.accepted.sql;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** The database did not do what it was asked; {@link #getCause()} has its own words. */
public final class DatabaseException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public DatabaseException(String message, SQLException cause) {
    super(message + ": " + cause.getMessage(), cause);
  }

  /** True if the database could not be reached; that has been logged. */
  public boolean isUnreachable() {
    return getCause() instanceof SQLException cause && Failure.of(cause) == Failure.DISCONNECTED;
  }

  /** True if a row is there already that may be there once (SQLSTATE 23505). */
  public boolean isDuplicate() {
    return "23505".equals(state());
  }

  /** True if a lock could not be had in time (PostgreSQL's SQLSTATE 55P03). */
  public boolean isLocked() {
    return "55P03".equals(state());
  }

  /** True if something is larger than the database can take (SQLSTATE class 54). */
  public boolean isTooLarge() {
    String state = state();
    return state != null && state.startsWith("54");
  }

  private @Nullable String state() {
    return getCause() instanceof SQLException cause ? cause.getSQLState() : null;
  }
}
