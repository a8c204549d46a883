package dev.accepted.sql;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A real PostgreSQL, which the tests bring along: started when the first asks for it, and ended
 * with the JVM. Each asks for a database of its own.
 */
public final class TestPostgres {

  private static final String USER = "postgres";
  private static final AtomicInteger DATABASES = new AtomicInteger();

  private TestPostgres() {}

  /** Started once, by the class loader's lock. */
  private static final class Server {

    static final EmbeddedPostgres RUNNING = start();

    private static EmbeddedPostgres start() {
      try {
        return EmbeddedPostgres.builder()
            .setServerConfig("fsync", "on")
            .setServerConfig("synchronous_commit", "on")
            .setServerConfig("listen_addresses", "127.0.0.1")
            .start();
      } catch (IOException e) {
        throw new IllegalStateException("PostgreSQL does not start", e);
      }
    }
  }

  /** An empty database; the caller closes it. */
  public static PostgresDatabase database() {
    return connect(url());
  }

  /** A server of its own, as the database sees it; the caller closes it. */
  public static PostgresDatabase connect(String url) {
    return PostgresDatabase.open(url, USER, USER, 8);
  }

  /** A schema of the database at that URL; the caller closes it. */
  public static PostgresDatabase schema(String url, String schema) {
    return PostgresDatabase.openSchema(url, USER, USER, 8, schema);
  }

  /** Breaks all connections to a database, and lets nobody in until {@link #open}. */
  public static void shut(String url) {
    String name = name(url);
    administer("alter database " + name + " allow_connections false");
    administer(
        "select pg_terminate_backend(pid) from pg_stat_activity where datname = '" + name + "'");
  }

  /** Lets everybody in again. */
  public static void open(String url) {
    administer("alter database " + name(url) + " allow_connections true");
  }

  private static String name(String url) {
    return url.replaceFirst(".*/(accepted_[0-9]+).*", "$1");
  }

  private static void administer(String sql) {
    try (Connection connection = Server.RUNNING.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The URL of an empty database. */
  public static String url() {
    String name = "accepted_" + DATABASES.incrementAndGet();
    administer("create database " + name);
    return Server.RUNNING.getJdbcUrl(USER, name);
  }
}
