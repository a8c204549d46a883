package dev.accepted.datasets;

import dev.accepted.sql.Database;
import dev.accepted.sql.DatabaseException;
import dev.accepted.sql.Session;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** What a query holds while it is answered: a session, set up for it, and its table. */
final class Answering implements AutoCloseable {

  private final Runnable leave;
  private @Nullable Session session;
  private @Nullable String cleanup;
  private boolean closed;

  Answering(Runnable leave) {
    this.leave = leave;
  }

  Session open(Database database) throws SQLException {
    Session opened = database.open();
    session = opened;
    return opened;
  }

  /** Runs a statement now, and its opposite when all is closed: the connection is used again. */
  void setUp(Session on, String statement, String opposite) throws SQLException {
    cleanup = opposite;
    on.update(statement);
  }

  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    try {
      if (session != null) {
        close(session);
      }
    } catch (SQLException e) {
      throw new DatabaseException("a query could not be closed", e);
    } finally {
      leave.run();
    }
  }

  private void close(Session opened) throws SQLException {
    try (opened) {
      opened.connection().rollback();
      if (cleanup != null) {
        opened.update(cleanup);
      }
    }
  }
}
