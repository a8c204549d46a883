package dev.accepted.datasets;

import dev.accepted.sql.DatabaseException;
import dev.accepted.sql.Session;
import dev.accepted.sql.SqlWork;
import java.sql.SQLException;

/** A reader with a session of its own, which holds the lock of its table. */
final class SharedReading implements Reading {

  private final Session session;
  private final StoredDataset dataset;
  private boolean closed;

  SharedReading(Session session, StoredDataset dataset) {
    this.session = session;
    this.dataset = dataset;
  }

  @Override
  public StoredDataset dataset() {
    return dataset;
  }

  @Override
  public <T> T read(SqlWork<T> work) {
    try {
      return work.in(session);
    } catch (SQLException e) {
      throw new DatabaseException("reading rows failed", e);
    }
  }

  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    try {
      leave();
    } catch (SQLException e) {
      throw new DatabaseException("a reader could not leave", e);
    }
  }

  private void leave() throws SQLException {
    boolean released = false;
    try {
      TableLock.release(session, dataset.table().number());
      released = true;
      session.close();
    } finally {
      if (!released) {
        TableLock.abandon(session);
      }
    }
  }
}
