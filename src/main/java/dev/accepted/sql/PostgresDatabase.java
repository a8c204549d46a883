package dev.accepted.sql;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadFactory;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A PostgreSQL database that several servers may share. Its connections are pooled here and not by
 * the server, so that the same settings do on every server, and so that the driver's own interfaces
 * can be reached.
 */
public final class PostgresDatabase extends Database {

  /** What is announced, and heard, goes through this channel. */
  static final String CHANNEL = "accepted";

  private static final int KEPT_SESSIONS = 4;

  /** A notice has less than 8,000 bytes. */
  private static final int MOST_WORDS = 100;

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

  private final HikariDataSource pool;
  private final PGSimpleDataSource single;

  private PostgresDatabase(HikariDataSource pool, PGSimpleDataSource single) {
    super(pool, Dialect.POSTGRESQL, KEPT_SESSIONS);
    this.pool = pool;
    this.single = single;
  }

  /**
   * Connects to the database; waits a minute for one that is not there yet.
   *
   * @param url a JDBC URL, such as {@code jdbc:postgresql://db.example/accepted}
   * @param connections at most this many at once; further takers wait
   */
  public static PostgresDatabase open(String url, String user, String password, int connections) {
    PGSimpleDataSource single = new PGSimpleDataSource();
    single.setUrl(url);
    single.setUser(user);
    single.setPassword(password);
    single.setConnectTimeout((int) CONNECTING.toSeconds());
    single.setSocketTimeout(SOCKET_TIMEOUT);
    single.setTcpKeepAlive(true);
    single.setApplicationName("accepted");
    HikariConfig config = new HikariConfig();
    config.setDataSource(single);
    config.setMaximumPoolSize(connections);
    config.setConnectionTimeout(CONNECTING.toMillis());
    config.setValidationTimeout(CONNECTING.toMillis() / 2);
    config.setInitializationFailTimeout(PATIENCE.toMillis());
    config.setConnectionInitSql(SESSION_SETTINGS);
    config.setPoolName("accepted");
    return new PostgresDatabase(new HikariDataSource(config), single);
  }

  @Override
  public boolean isShared() {
    return true;
  }

  @Override
  public void reconnect() {
    super.reconnect();
    pool.getHikariPoolMXBean().softEvictConnections();
  }

  @Override
  public AutoCloseable listen(NoticeListener listener, ThreadFactory threads) {
    return new Listening(single, node(), listener, threads);
  }

  /** Notices are sent with the commit, and only then: whoever hears of a change can see it. */
  @Override
  protected void beforeCommit(Session session) throws SQLException {
    Set<String> words = session.takeAnnouncements();
    for (List<String> some : split(List.copyOf(words))) {
      String notice = node() + " " + String.join(" ", some);
      session.first("select pg_notify(?, ?)", row -> true, CHANNEL, notice);
    }
  }

  private static List<List<String>> split(List<String> words) {
    List<List<String>> parts = new ArrayList<>();
    for (int from = 0; from < words.size(); from += MOST_WORDS) {
      parts.add(words.subList(from, Math.min(words.size(), from + MOST_WORDS)));
    }
    return parts;
  }

  @Override
  public void close() {
    super.close();
    pool.close();
  }
}
