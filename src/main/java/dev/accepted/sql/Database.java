package dev.accepted.sql;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

/** A database: where sessions come from, and how a transaction ends. */
public class Database implements AutoCloseable {

  private static final Logger LOG = System.getLogger(Database.class.getName());

  private static final long ASK_AGAIN_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

  private final DataSource source;
  private final Dialect dialect;
  private final UUID node = UUID.randomUUID();
  private final BlockingQueue<Session> idle;
  private volatile boolean closed;
  private volatile boolean unreachable;
  private volatile long failedAt;

  /**
   * A database behind a data source.
   *
   * @param keptSessions how many sessions for reading are kept with their prepared statements, so
   *     that these are not parsed for each read; at least 1
   */
  protected Database(DataSource source, Dialect dialect, int keptSessions) {
    this.source = source;
    this.dialect = dialect;
    this.idle = new ArrayBlockingQueue<>(keptSessions);
  }

  /** Where its connections come from. */
  public DataSource source() {
    return source;
  }

  /**
   * Where connections come from whose statements may take their time, as one does that makes an
   * index of what is there.
   */
  protected DataSource migrationSource() {
    return source;
  }

  /** How it wants things said. */
  public Dialect dialect() {
    return dialect;
  }

  /** This process, among those that share the database. */
  public UUID node() {
    return node;
  }

  /** True if other servers may use it at the same time. */
  public boolean isShared() {
    return false;
  }

  /**
   * Hears what other servers announce, on a thread of its own, until it is closed. Where there are
   * no others, nothing is ever heard or missed.
   */
  public Hearing listen(NoticeListener listener, ThreadFactory threads) {
    listener.listening();
    return () -> {};
  }

  /** Reads in a session of its own, outside a transaction; once more if that may help. */
  public <T> T read(SqlWork<T> work) {
    try {
      Session kept = closed ? null : idle.poll();
      try {
        return read(kept == null ? reading() : kept, work);
      } catch (SQLException failure) {
        recover(failure, kept != null);
        return read(reading(), work);
      }
    } catch (SQLException e) {
      throw new DatabaseException("reading failed", e);
    }
  }

  /** Sees to it that reading again may succeed; throws what it failed by if it can't. */
  private void recover(SQLException failure, boolean wasKept) throws SQLException {
    Failure kind = Failure.of(failure);
    if (kind == Failure.DISCONNECTED && wasKept) {
      // It was kept for long: the database may have been started anew since.
      reconnect();
    } else if (kind != Failure.CONFLICT) {
      throw failure;
    }
  }

  private <T> T read(Session session, SqlWork<T> work) throws SQLException {
    boolean intact = false;
    try {
      T result = work.in(session);
      intact = true;
      return result;
    } finally {
      if (!intact || !idle.offer(session)) {
        session.close();
      } else if (closed) {
        closeIdle();
      }
    }
  }

  /**
   * A pool waits before it says that there is no connection. Of those who ask while the database is
   * down, one in a while does that; the others are told at once.
   */
  private Connection connect() throws SQLException {
    if (unreachable && System.nanoTime() - failedAt < ASK_AGAIN_NANOS) {
      throw new SQLTransientConnectionException("the database was not reachable a moment ago");
    }
    try {
      Connection connection = source.getConnection();
      if (unreachable) {
        unreachable = false;
        LOG.log(Level.INFO, "The database can be reached again");
      }
      return connection;
    } catch (IllegalStateException closed) {
      throw new SQLNonTransientConnectionException("the pool is closed", "08003", closed);
    } catch (SQLException e) {
      failedAt = System.nanoTime();
      if (!unreachable) {
        unreachable = true;
        LOG.log(Level.WARNING, "The database can't be reached", e);
      }
      throw new SQLTransientConnectionException(
          "the database can't be reached: " + e.getMessage(), e.getSQLState(), e);
    }
  }

  private Session reading() throws SQLException {
    Connection connection = connect();
    connection.setAutoCommit(true);
    return new Session(connection, this);
  }

  /** Does all of the work or none of it; when this returns, it is durable. */
  public <T> T transaction(SqlWork<T> work) {
    try (Session session = open()) {
      return transaction(session, work);
    } catch (SQLException e) {
      throw new DatabaseException("a transaction failed", e);
    }
  }

  /**
   * {@link #transaction(SqlWork)} in a session that is kept; {@link #open} gives one that fits.
   *
   * @throws CommitInDoubt if it is not known whether it was done
   */
  public <T> T transaction(Session session, SqlWork<T> work) throws SQLException {
    T result;
    try {
      beforeWork();
      result = work.in(session);
      session.finish();
      beforeCommit(session);
    } catch (SQLException | RuntimeException failure) {
      rollBack(session, failure);
      throw failure;
    }
    try {
      commit(session.connection());
    } catch (SQLException e) {
      throw new CommitInDoubt(e);
    }
    return result;
  }

  private static void rollBack(Session session, Exception failure) {
    session.takeAnnouncements();
    try {
      session.forgetPending();
      session.connection().rollback();
    } catch (SQLException e) {
      failure.addSuppressed(e);
    }
  }

  /** A session for transactions, to be kept and closed by the caller. */
  public Session open() throws SQLException {
    Connection connection = connect();
    connection.setAutoCommit(false);
    return new Session(connection, this);
  }

  /**
   * A connection was found broken: those that are kept will be, too, as a rule, and are closed.
   * What is in use stays.
   */
  public void reconnect() {
    closeIdle();
  }

  /** The first that is done in a transaction; throws if it can't be stored anyway. */
  protected void beforeWork() throws SQLException {
    // Nothing is known that would be in the way.
  }

  /** The last that is done within a transaction. */
  protected void beforeCommit(Session session) throws SQLException {
    // Nobody else listens.
  }

  /** Makes the transaction durable. */
  protected void commit(Connection connection) throws SQLException {
    connection.commit();
  }

  private void closeIdle() {
    for (Session session = idle.poll(); session != null; session = idle.poll()) {
      try {
        session.close();
      } catch (SQLException broken) {
        LOG.log(Level.DEBUG, "A kept session could not be closed", broken);
      }
    }
  }

  /** Closes what is kept; sessions in use are their users', and closed when they have read. */
  @Override
  public void close() {
    closed = true;
    closeIdle();
  }
}
