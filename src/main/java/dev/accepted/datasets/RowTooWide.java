package dev.accepted.datasets;

import dev.accepted.sql.DatabaseException;

/**
 * A row has more in it than the database can keep in one. PostgreSQL moves long values out of a
 * row, but what is left of it must fit 8 kB: some 300 values of text, or 900 whole numbers.
 */
public final class RowTooWide extends RuntimeException {

  private static final long serialVersionUID = 1L;

  RowTooWide(DatabaseException cause) {
    super("a row has more in it than the database can keep in one", cause);
  }
}
