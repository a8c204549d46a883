package dev.accepted.datasets;

import dev.accepted.sql.Database;
import dev.accepted.sql.DatabaseException;
import dev.accepted.sql.Session;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** What a query holds while rows are read for it: a session, set up for it, and its table. */
final class Answering implements AutoCloseable {

  private final Runnable leave;
  private @Nullable Session session;
  private boolean closed;

  Answering(Runnable leave) {
    this.leave = leave;
  }

  /** A session whose answers are not gathered before the first row is handed out. */
  Session open(Database database) throws SQLException {
    Session opened = database.open();
    session = opened;
    opened.update("set lazy_query_execution 1");
    return opened;
  }

  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    try {
      if (session != null) {
        giveBack(session);
      }
    } catch (SQLException e) {
      throw new DatabaseException("a query could not be closed", e);
    } finally {
      leave.run();
    }
  }

  /** The connection is used again, so it is left as it was. */
  private static void giveBack(Session opened) throws SQLException {
    try (opened) {
      opened.connection().rollback();
      opened.update("set lazy_query_execution 0");
    }
  }
}
