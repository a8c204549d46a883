package dev.accepted.sql;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadFactory;
import java.util.regex.Pattern;
import javax.sql.DataSource;
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
  private static final Pattern SCHEMA_NAME = Pattern.compile("[a-z][a-z0-9_]{0,62}");

  /** A notice has less than 8,000 bytes. */
  private static final int MOST_WORDS = 100;

  /** A notice may have 8,000 bytes; the node's id stands before the words. */
  private static final int MOST_BYTES = 7_900;

  private final PostgresPool pool;
  private final DataSource single;
  private final DataSource patient;

  private PostgresDatabase(PostgresPool pool, DataSource single, DataSource patient) {
    super(pool.source(), Dialect.POSTGRESQL, KEPT_SESSIONS);
    this.pool = pool;
    this.single = single;
    this.patient = patient;
  }

  /**
   * Connects to the database; waits a minute for one that is not there yet.
   *
   * @param url a JDBC URL, such as {@code jdbc:postgresql://db.example/accepted}
   * @param connections at most this many at once; further takers wait
   */
  public static PostgresDatabase open(String url, String user, String password, int connections) {
    DataSource source = PostgresPool.jobsSource(url, user, password);
    return reached(
        new PostgresDatabase(
            PostgresPool.forJobs(source, connections),
            source,
            PostgresPool.patientSource(url, user, password)));
  }

  /**
   * {@link #open}, for one schema of the database, to store and read many rows there; it is made if
   * it is missing, be it by several servers at once.
   *
   * @param connections at most this many at once; further takers wait up to 5 s
   * @param schema {@code [a-z][a-z0-9_]*}
   */
  public static PostgresDatabase openSchema(
      String url, String user, String password, int connections, String schema) {
    if (!SCHEMA_NAME.matcher(schema).matches()) {
      throw new IllegalArgumentException("not the name of a schema: " + schema);
    }
    DataSource source = PostgresPool.rowsSource(url, user, password);
    PGSimpleDataSource patient = PostgresPool.patientSource(url, user, password);
    patient.setCurrentSchema(schema);
    PostgresDatabase database =
        reached(
            new PostgresDatabase(
                PostgresPool.forRows(source, connections, schema), source, patient));
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

  private static PostgresDatabase reached(PostgresDatabase database) {
    boolean reached = false;
    try {
      database.pool.await();
      reached = true;
      return database;
    } finally {
      if (!reached) {
        database.close();
      }
    }
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
  protected DataSource migrationSource() {
    return patient;
  }

  @Override
  public boolean isShared() {
    return true;
  }

  @Override
  public void reconnect() {
    super.reconnect();
    pool.closeIdle();
  }

  @Override
  public Hearing listen(NoticeListener listener, ThreadFactory threads) {
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

  /** No more words than that, and no more bytes: they are ASCII. */
  private static List<List<String>> split(List<String> words) {
    List<List<String>> parts = new ArrayList<>();
    int from = 0;
    int length = 0;
    for (int to = 0; to < words.size(); to++) {
      int more = words.get(to).length() + 1;
      if (to - from == MOST_WORDS || (to > from && length + more > MOST_BYTES)) {
        parts.add(words.subList(from, to));
        from = to;
        length = 0;
      }
      length += more;
    }
    if (from < words.size()) {
      parts.add(words.subList(from, words.size()));
    }
    return parts;
  }

  @Override
  public void close() {
    super.close();
    pool.close();
  }
}
