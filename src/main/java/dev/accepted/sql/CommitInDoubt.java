package dev.accepted.sql;

import java.sql.SQLException;

/** The commit itself failed: the transaction may have happened, or not. */
public final class CommitInDoubt extends SQLException {

  private static final long serialVersionUID = 1L;

  CommitInDoubt(SQLException cause) {
    super(
        "whether the commit happened is not known: " + cause.getMessage(),
        cause.getSQLState(),
        cause);
  }
}
