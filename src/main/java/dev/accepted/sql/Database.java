package dev.accepted.sql;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** A database: where sessions come from, and how a transaction ends. */
public class Database implements AutoCloseable {

  private final DataSource source;

  public Database(DataSource source) {
    this.source = source;
  }

  /** Where its connections come from. */
  public DataSource source() {
    return source;
  }

  /** Reads in a session of its own, outside a transaction. */
  public <T> T read(SqlWork<T> work) {
    try (Session session = new Session(source.getConnection())) {
      session.connection().setAutoCommit(true);
      return work.in(session);
    } catch (SQLException e) {
      throw new DatabaseException("reading failed", e);
    }
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

  @Override
  public void close() {}
}
