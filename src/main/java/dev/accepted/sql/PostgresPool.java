package dev.accepted.sql;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** Pools of connections to PostgreSQL, each with the limits that its work needs. */
final class PostgresPool {

  /** How long a server that starts waits for the database. */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** When no connection is to be had for so long, the database is taken to be down. */
  private static final Duration CONNECTING = Duration.ofSeconds(2);

  /** The same where jobs that import and read tables may have all connections for a while. */
  private static final Duration CONNECTING_FOR_ROWS = Duration.ofSeconds(5);

  /**
   * No transaction lasts for seconds. A server that is frozen in the midst of one would hold its
   * locks for as long as it is frozen; one that waits for another's lock gives up and tries again.
   */
  private static final String SESSION_SETTINGS =
      "set lock_timeout = '4s'; set idle_in_transaction_session_timeout = '3s'; set statement_timeout = '8s'";

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

  private static final int IDLE_CONNECTIONS = 4;
  private static final int IDLE_ROW_CONNECTIONS = 2;

  private PostgresPool() {}

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
  static HikariDataSource forJobs(DataSource source, int connections) {
    HikariConfig config = config(source, connections);
    config.setMinimumIdle(Math.min(IDLE_CONNECTIONS, connections));
    config.setConnectionTimeout(CONNECTING.toMillis());
    config.setValidationTimeout(CONNECTING.toMillis() / 2);
    config.setConnectionInitSql(SESSION_SETTINGS);
    config.setPoolName("accepted");
    return new HikariDataSource(config);
  }

  /** A pool for many rows at once, in one schema. */
  static HikariDataSource forRows(DataSource source, int connections, String schema) {
    HikariConfig config = config(source, connections);
    config.setConnectionInitSql(ROW_SESSION_SETTINGS);
    config.setConnectionTimeout(CONNECTING_FOR_ROWS.toMillis());
    config.setSchema(schema);
    config.setMinimumIdle(Math.min(IDLE_ROW_CONNECTIONS, connections));
    config.setPoolName(schema);
    return new HikariDataSource(config);
  }

  private static HikariConfig config(DataSource source, int connections) {
    HikariConfig config = new HikariConfig();
    config.setDataSource(source);
    config.setMaximumPoolSize(connections);
    config.setInitializationFailTimeout(PATIENCE.toMillis());
    return config;
  }
}
