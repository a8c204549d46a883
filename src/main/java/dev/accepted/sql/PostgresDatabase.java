package dev.accepted.sql;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.util.regex.Pattern;

/**
 * A PostgreSQL database that several servers may share. Its connections are pooled here and not by
 * the server, so that the same settings do on every server, and so that the driver's own interfaces
 * can be reached.
 */
public final class PostgresDatabase extends Database {

  private static final int KEPT_SESSIONS = 4;
  private static final int IDLE_CONNECTIONS = 2;
  private static final Pattern SCHEMA_NAME = Pattern.compile("[a-z_]{1,63}");

  /**
   * No transaction lasts for seconds. A server that is frozen in the midst of one would hold its
   * locks for as long as it is frozen; one that waits for another's lock gives up and tries again.
   */
  private static final String SESSION_SETTINGS =
      "set lock_timeout = '5s'; set idle_in_transaction_session_timeout = '10s'; set statement_timeout = '60s'";

  /**
   * Here a transaction may work for a while. Who waits for the lock of a server that is frozen in
   * the midst of one outlasts it: the database ends that transaction after its last statement's
   * timeout and its idle time. A server that is gone without a word is noticed within minutes.
   */
  private static final String BULK_SESSION_SETTINGS =
      "set lock_timeout = '90s'; set idle_in_transaction_session_timeout = '10s'; set statement_timeout = '60s'; "
          + "set tcp_keepalives_idle = 60; set tcp_keepalives_interval = 20; set tcp_keepalives_count = 3";

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
    HikariConfig config = config(url, user, password, connections);
    config.setConnectionInitSql(SESSION_SETTINGS);
    config.setPoolName("accepted");
    return new PostgresDatabase(new HikariDataSource(config));
  }

  /**
   * Connects to one schema of the database, to store and read many rows there; the schema is made
   * if it is missing, be it by several servers at once.
   *
   * @param connections at most this many at once; those that are idle for long are closed
   * @param schema {@code [a-z_]+}
   */
  public static PostgresDatabase openSchema(
      String url, String user, String password, int connections, String schema) {
    if (!SCHEMA_NAME.matcher(schema).matches()) {
      throw new IllegalArgumentException("not the name of a schema: " + schema);
    }
    HikariConfig config = config(url, user, password, connections);
    config.setConnectionInitSql(BULK_SESSION_SETTINGS);
    config.setPoolName(schema);
    config.setSchema(schema);
    config.setMinimumIdle(Math.min(IDLE_CONNECTIONS, connections));
    config.addDataSourceProperty("reWriteBatchedInserts", "true");
    config.addDataSourceProperty("tcpKeepAlive", "true");
    PostgresDatabase database = new PostgresDatabase(new HikariDataSource(config));
    boolean ready = false;
    try {
      database.transaction(session -> makeSchema(session, schema));
      ready = true;
      return database;
    } finally {
      if (!ready) {
        database.close();
      }
    }
  }

  private static HikariConfig config(String url, String user, String password, int connections) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(url);
    config.setUsername(user);
    config.setPassword(password);
    config.setMaximumPoolSize(connections);
    return config;
  }

  /**
   * {@code create schema if not exists} alone fails where two do it at once, and where the schema
   * is there but the user may make none.
   */
  private static boolean makeSchema(Session session, String schema) throws SQLException {
    session.first("select pg_advisory_xact_lock(hashtext(?))", row -> schema, schema);
    boolean missing =
        session
            .first("select 1 from pg_namespace where nspname = ?", row -> schema, schema)
            .isEmpty();
    if (missing) {
      session.update("create schema " + schema);
    }
    return missing;
  }

  @Override
  public void close() {
    super.close();
    pool.close();
  }
}
