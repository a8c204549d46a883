package dev.accepted.datasets;

import dev.accepted.sql.DatabaseException;

/** The database of the imported tables can't be asked now. */
public final class DatasetsUnavailable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final boolean logged;

  DatasetsUnavailable(DatabaseException cause) {
    super("the database of the imported tables can't be asked now", cause);
    logged = cause.isUnreachable();
  }

  /** True if the cause has been logged. */
  public boolean isLogged() {
    return logged;
  }
}
