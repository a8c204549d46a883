package dev.accepted.sql;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.apache.commons.dbcp2.DataSourceConnectionFactory;
import org.apache.commons.dbcp2.PoolableConnection;
import org.apache.commons.dbcp2.PoolableConnectionFactory;
import org.apache.commons.dbcp2.PoolingDataSource;
import org.apache.commons.pool2.impl.GenericObjectPool;
import org.apache.commons.pool2.impl.GenericObjectPoolConfig;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Pools of connections to PostgreSQL, each with the limits that its work needs. Who wants a
 * connection makes it, if none is idle: so the first who asks when the database is back has one.
 */
final class PostgresPool implements AutoCloseable {

  /** How long a server that starts waits for the database. */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** When no connection is to be had for so long, the database is taken to be down. */
  private static final Duration CONNECTING = Duration.ofSeconds(2);

  /** The same where jobs that import and read tables may have all connections for a while. */
  private static final Duration CONNECTING_FOR_ROWS = Duration.ofSeconds(5);

  /**
   * No transaction lasts for seconds. A server that is frozen in the midst of one would hold its
   * locks for as long as it is frozen; one that waits for another's lock gives up and tries again.
   *
   * <p>Each query has its index. While a table is small, it would be quicker to read all of it, and
   * PostgreSQL would stay with that until its statistics are renewed, a minute later: a queue that
   * grew to thousands meanwhile would be read for each job that is started.
   */
  private static final String SESSION_SETTINGS =
      "set lock_timeout = '4s'; set idle_in_transaction_session_timeout = '3s'; set statement_timeout = '8s';"
          + " set enable_seqscan = off";

  /**
   * In seconds. A connection that a broken network has swallowed is given up after that. Longer
   * than any statement may take; when the network is whole again, what was sent last is still being
   * sent again, and half of this is the longest that anything waits.
   */
  private static final int SOCKET_TIMEOUT = 10;

  /**
   * Here a statement may work for a while, and a transaction has several. One whose server is
   * frozen ends after its statement's time and then its idle time, and lets go of its locks.
   */
  private static final String ROW_SESSION_SETTINGS =
      "set statement_timeout = '60s'; set idle_in_transaction_session_timeout = '10s'; "
          + "set tcp_keepalives_idle = 60; set tcp_keepalives_interval = 20; set tcp_keepalives_count = 3";

  /** In seconds: longer than any statement may take, save those that are given more. */
  private static final int ROW_SOCKET_TIMEOUT = 75;

  private static final int NO_TIMEOUT = 0;

  private static final Logger LOG = System.getLogger(PostgresPool.class.getName());
  private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

  private final GenericObjectPool<PoolableConnection> pool;
  private final DataSource source;

  private PostgresPool(PoolableConnectionFactory factory, int connections, Duration patience) {
    pool = new GenericObjectPool<>(factory, config(connections, patience));
    factory.setPool(pool);
    source = new PoolingDataSource<>(pool);
  }

  /** Single connections for many small transactions. */
  static PGSimpleDataSource jobsSource(String url, String user, String password) {
    return source(url, user, password, SOCKET_TIMEOUT);
  }

  /** Single connections for many rows at once. */
  static PGSimpleDataSource rowsSource(String url, String user, String password) {
    PGSimpleDataSource source = source(url, user, password, ROW_SOCKET_TIMEOUT);
    source.setReWriteBatchedInserts(true);
    return source;
  }

  /** Single connections whose statements may take as long as they need. */
  static PGSimpleDataSource patientSource(String url, String user, String password) {
    return source(url, user, password, NO_TIMEOUT);
  }

  private static PGSimpleDataSource source(
      String url, String user, String password, int socketTimeout) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(url);
    source.setUser(user);
    source.setPassword(password);
    source.setConnectTimeout((int) CONNECTING.toSeconds());
    source.setSocketTimeout(socketTimeout);
    source.setTcpKeepAlive(true);
    source.setApplicationName("accepted");
    // The details of an error quote the row, and with it what a client sent.
    source.setLogServerErrorDetail(false);
    return source;
  }

  /** A pool for many small transactions. */
  static PostgresPool forJobs(DataSource source, int connections) {
    PoolableConnectionFactory factory = factory(source, SESSION_SETTINGS);
    return new PostgresPool(factory, connections, CONNECTING);
  }

  /** A pool for many rows at once, in one schema. */
  static PostgresPool forRows(DataSource source, int connections, String schema) {
    PoolableConnectionFactory factory = factory(source, ROW_SESSION_SETTINGS);
    factory.setDefaultSchema(schema);
    return new PostgresPool(factory, connections, CONNECTING_FOR_ROWS);
  }

  private static PoolableConnectionFactory factory(DataSource source, String settings) {
    PoolableConnectionFactory factory =
        new PoolableConnectionFactory(new DataSourceConnectionFactory(source), null);
    factory.setConnectionInitSql(List.of(settings));
    factory.setValidationQueryTimeout(CONNECTING);
    return factory;
  }

  private static GenericObjectPoolConfig<PoolableConnection> config(
      int connections, Duration patience) {
    GenericObjectPoolConfig<PoolableConnection> config = new GenericObjectPoolConfig<>();
    config.setMaxTotal(connections);
    config.setMaxIdle(connections);
    config.setMaxWait(patience);
    // One may have broken while it was idle.
    config.setTestOnBorrow(true);
    config.setJmxEnabled(false);
    return config;
  }

  /** Where connections come from; they are closed to give them back. */
  DataSource source() {
    return source;
  }

  /**
   * Waits until the database can be reached, for a minute at most.
   *
   * @throws DatabaseException if it can't
   */
  void await() {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      try (Connection connection = source.getConnection()) {
        LOG.log(Level.DEBUG, "Connected to {0}", connection.getMetaData().getURL());
        return;
      } catch (SQLException notYet) {
        if (System.nanoTime() > end) {
          throw new DatabaseException("the database can't be reached", notYet);
        }
        LOG.log(Level.INFO, "Waiting for the database: {0}", notYet.getMessage());
        LockSupport.parkNanos(LOOK_AGAIN.toNanos());
      }
    }
  }

  /** Closes those that nobody has. */
  void closeIdle() {
    pool.clear();
  }

  /** Closes those that nobody has, and each of the others when it is given back. */
  @Override
  public void close() {
    pool.close();
  }
}
