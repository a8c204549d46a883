package dev.accepted.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import javax.sql.DataSource;

/** A database: where sessions come from, and how a transaction ends. */
public class Database implements AutoCloseable {

  private final DataSource source;
  private final BlockingQueue<Session> idle;

  /**
   * A database behind a data source.
   *
   * @param keptSessions how many sessions for reading are kept with their prepared statements, so
   *     that these are not parsed for each read; at least 1
   */
  protected Database(DataSource source, int keptSessions) {
    this.source = source;
    this.idle = new ArrayBlockingQueue<>(keptSessions);
  }

  /** Where its connections come from. */
  public DataSource source() {
    return source;
  }

  /** Reads in a session of its own, outside a transaction. */
  public <T> T read(SqlWork<T> work) {
    try {
      Session kept = idle.poll();
      Session session = kept == null ? reading() : kept;
      boolean intact = false;
      try {
        T result = work.in(session);
        intact = true;
        return result;
      } finally {
        if (!intact || !idle.offer(session)) {
          session.close();
        }
      }
    } catch (SQLException e) {
      throw new DatabaseException("reading failed", e);
    }
  }

  private Session reading() throws SQLException {
    Connection connection = source.getConnection();
    connection.setAutoCommit(true);
    return new Session(connection);
  }

  /** Does all of the work or none of it; when this returns, it is durable. */
  public <T> T transaction(SqlWork<T> work) {
    try (Session session = open()) {
      return transaction(session, work);
    } catch (SQLException e) {
      throw new DatabaseException("a transaction failed", e);
    }
  }

  /** {@link #transaction(SqlWork)} in a session that is kept; {@link #open} gives one that fits. */
  public <T> T transaction(Session session, SqlWork<T> work) throws SQLException {
    boolean done = false;
    try {
      T result = work.in(session);
      commit(session.connection());
      done = true;
      return result;
    } finally {
      if (!done) {
        session.connection().rollback();
      }
    }
  }

  /** A session for transactions, to be kept and closed by the caller. */
  public Session open() throws SQLException {
    Connection connection = source.getConnection();
    connection.setAutoCommit(false);
    return new Session(connection);
  }

  /** Makes the transaction durable. */
  protected void commit(Connection connection) throws SQLException {
    connection.commit();
  }

  /** Closes what is kept; sessions in use are their users'. */
  @Override
  public void close() {
    for (Session session = idle.poll(); session != null; session = idle.poll()) {
      try {
        session.close();
      } catch (SQLException e) {
        throw new DatabaseException("closing failed", e);
      }
    }
  }
}
