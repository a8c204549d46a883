package dev.accepted.sql;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;

/**
 * A PostgreSQL database that several servers may share. Its connections are pooled here and not by
 * the server, so that the same settings do on every server, and so that the driver's own interfaces
 * can be reached.
 */
public final class PostgresDatabase extends Database {

  private static final int KEPT_SESSIONS = 4;

  /**
   * No transaction lasts for seconds. A server that is frozen in the midst of one would hold its
   * locks for as long as it is frozen; one that waits for another's lock gives up and tries again.
   */
  private static final String SESSION_SETTINGS =
      "set lock_timeout = '5s'; set idle_in_transaction_session_timeout = '10s'; set statement_timeout = '60s'";

  private final HikariDataSource pool;

  private PostgresDatabase(HikariDataSource pool) {
    super(pool, KEPT_SESSIONS);
    this.pool = pool;
  }

  /**
   * Connects to the database.
   *
   * @param url a JDBC URL, such as {@code jdbc:postgresql://db.example/accepted}
   * @param connections at most this many at once; further takers wait
   */
  public static PostgresDatabase open(String url, String user, String password, int connections) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(url);
    config.setUsername(user);
    config.setPassword(password);
    config.setMaximumPoolSize(connections);
    config.setConnectionInitSql(SESSION_SETTINGS);
    config.setPoolName("accepted");
    return new PostgresDatabase(new HikariDataSource(config));
  }

  @Override
  public void close() {
    super.close();
    pool.close();
  }
}
