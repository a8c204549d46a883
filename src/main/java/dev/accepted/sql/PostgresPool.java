package dev.accepted.sql;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;

/** Pools of connections to PostgreSQL, each with the limits that its work needs. */
final class PostgresPool {

  /** How long a server that starts waits for the database. */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** When no connection is to be had for so long, the database is taken to be down. */
  private static final Duration CONNECTING = Duration.ofSeconds(2);

  /**
   * No transaction lasts for seconds. A server that is frozen in the midst of one would hold its
   * locks for as long as it is frozen; one that waits for another's lock gives up and tries again.
   */
  private static final String SESSION_SETTINGS =
      "set lock_timeout = '4s'; set idle_in_transaction_session_timeout = '5s'; set statement_timeout = '8s'";

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

  private static final int IDLE_ROW_CONNECTIONS = 2;

  private PostgresPool() {}

  /** For many small transactions. */
  static HikariDataSource forJobs(String url, String user, String password, int connections) {
    HikariConfig config = config(url, user, password, connections);
    config.setConnectionTimeout(CONNECTING.toMillis());
    config.setValidationTimeout(CONNECTING.toMillis() / 2);
    config.setConnectionInitSql(SESSION_SETTINGS);
    config.addDataSourceProperty("socketTimeout", SOCKET_TIMEOUT);
    config.setPoolName("accepted");
    return new HikariDataSource(config);
  }

  /** For many rows at once. */
  static HikariDataSource forRows(
      String url, String user, String password, int connections, String schema) {
    HikariConfig config = config(url, user, password, connections);
    config.setConnectionInitSql(ROW_SESSION_SETTINGS);
    config.setSchema(schema);
    config.setMinimumIdle(Math.min(IDLE_ROW_CONNECTIONS, connections));
    config.addDataSourceProperty("socketTimeout", ROW_SOCKET_TIMEOUT);
    config.addDataSourceProperty("reWriteBatchedInserts", true);
    config.setPoolName(schema);
    return new HikariDataSource(config);
  }

  private static HikariConfig config(String url, String user, String password, int connections) {
    HikariConfig config = new HikariConfig();
    config.setDriverClassName("org.postgresql.Driver");
    config.setJdbcUrl(url);
    config.setUsername(user);
    config.setPassword(password);
    config.setMaximumPoolSize(connections);
    config.setInitializationFailTimeout(PATIENCE.toMillis());
    config.addDataSourceProperty("connectTimeout", CONNECTING.toSeconds());
    config.addDataSourceProperty("tcpKeepAlive", true);
    config.addDataSourceProperty("ApplicationName", "accepted");
    return config;
  }
}
