package dev.accepted.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A connection in use by one thread at a time. Keeps its prepared statements, so that one that is
 * run again is not parsed again.
 *
 * <p>Arguments are bound in order: {@link Instant} as {@code TIMESTAMP WITH TIME ZONE}, everything
 * else as the driver does.
 */
public final class Session implements AutoCloseable {

  private static final int KEPT_STATEMENTS = 64;

  private final Connection connection;
  private final Database database;
  private final Set<String> announcements = new LinkedHashSet<>();
  private final Map<String, PreparedStatement> statements = new LinkedHashMap<>(16, 0.75f, true);
  private final Map<String, List<Pending>> pending = new LinkedHashMap<>();
  private final Map<Class<?>, Closing> closings = new LinkedHashMap<>();

  /** Takes the connection over: it is closed with the session. */
  Session(Connection connection, Database database) {
    this.connection = connection;
    this.database = database;
  }

  /** True if other servers may use its database at the same time. */
  public boolean isShared() {
    return database.isShared();
  }

  /** How its database wants things said. */
  public Dialect dialect() {
    return database.dialect();
  }

  /** This process, among those that share the database. */
  public UUID node() {
    return database.node();
  }

  /**
   * Lets the other servers that share the database know, once this transaction is committed; does
   * nothing where there can be none.
   *
   * @param word its text is what is said, without spaces
   */
  public void announce(Record word) {
    if (database.isShared()) {
      announcements.add(word.toString());
    }
  }

  /** Something that is done last in a transaction, when all else has been sent. */
  @FunctionalInterface
  public interface Closing {

    /** Does it; what it announces is told with the commit, too. */
    void in(Session session) throws SQLException;
  }

  /**
   * The one of its kind in this transaction; made if there is none yet. It is done last.
   *
   * @param kind its class
   */
  public <T extends Closing> T closing(Class<T> kind, Supplier<T> maker) {
    return kind.cast(closings.computeIfAbsent(kind, first -> maker.get()));
  }

  /** Sends all that is pending, and does what is to be done last. */
  void finish() throws SQLException {
    flush();
    for (Closing closing : closings.values()) {
      closing.in(this);
    }
    closings.clear();
    flush();
  }

  /** What was announced since it was last asked. */
  Set<String> takeAnnouncements() {
    Set<String> taken = Set.copyOf(announcements);
    announcements.clear();
    return taken;
  }

  /** The connection itself, for what this class doesn't offer. */
  public Connection connection() {
    return connection;
  }

  /** Runs a statement and returns how many rows it changed. */
  public int update(String sql, @Nullable Object... arguments) throws SQLException {
    return prepare(sql, arguments).executeUpdate();
  }

  /**
   * Runs a statement that nothing in this transaction waits for: together with all others of the
   * same text, before the next statement of another kind is run or the transaction ends. To a
   * database in another process that is one message for all of them, and one answer.
   */
  public Pending updateLater(String sql, @Nullable Object... arguments) throws SQLException {
    PreparedStatement statement = statement(sql);
    bind(statement, arguments);
    statement.addBatch();
    Pending one = new Pending();
    pending.computeIfAbsent(sql, first -> new ArrayList<>()).add(one);
    return one;
  }

  /** Sends what is pending, text by text in the order in which each came first. */
  public void flush() throws SQLException {
    while (!pending.isEmpty()) {
      var next = pending.entrySet().iterator();
      var same = next.next();
      next.remove();
      int[] changed = execute(statement(same.getKey()));
      for (int i = 0; i < changed.length; i++) {
        same.getValue().get(i).is(changed[i]);
      }
    }
  }

  /** Forgets what is pending. */
  void forgetPending() throws SQLException {
    for (String sql : pending.keySet()) {
      statement(sql).clearBatch();
    }
    pending.clear();
    closings.clear();
  }

  /** All rows of a query; the query bounds their number. */
  public <T> List<T> list(String sql, RowMapper<T> mapper, @Nullable Object... arguments)
      throws SQLException {
    try (ResultSet result = prepare(sql, arguments).executeQuery()) {
      List<T> found = new ArrayList<>();
      Row row = new Row(result);
      while (result.next()) {
        found.add(mapper.map(row));
      }
      return found;
    }
  }

  /** The first row of a query. */
  public <T> Optional<T> first(String sql, RowMapper<T> mapper, @Nullable Object... arguments)
      throws SQLException {
    try (ResultSet result = prepare(sql, arguments).executeQuery()) {
      return result.next() ? Optional.of(mapper.map(new Row(result))) : Optional.empty();
    }
  }

  /**
   * The prepared statement with its arguments bound, for batches and for rows that are streamed;
   * the session closes it.
   */
  public PreparedStatement prepare(String sql, @Nullable Object... arguments) throws SQLException {
    flush();
    PreparedStatement statement = statement(sql);
    bind(statement, arguments);
    return statement;
  }

  private PreparedStatement statement(String sql) throws SQLException {
    PreparedStatement statement = statements.get(sql);
    if (statement == null) {
      statement = connection.prepareStatement(sql);
      statements.put(sql, statement);
      closeEldest();
    }
    return statement;
  }

  /** Binds arguments to a statement, from its first place on. */
  public static void bind(PreparedStatement statement, @Nullable Object... arguments)
      throws SQLException {
    for (int i = 0; i < arguments.length; i++) {
      Object argument = arguments[i];
      statement.setObject(
          i + 1,
          argument instanceof Instant time
              ? OffsetDateTime.ofInstant(time, ZoneOffset.UTC)
              : argument);
    }
  }

  /**
   * Sends a statement's batch, and returns how many rows each changed.
   *
   * @throws SQLException also where PostgreSQL's driver (42.7) has an {@link AssertionError} for a
   *     connection that ends meanwhile, which would be the end of the thread
   */
  public static int[] execute(PreparedStatement batch) throws SQLException {
    try {
      return batch.executeBatch();
    } catch (AssertionError broken) {
      throw new SQLNonTransientConnectionException("it broke in a batch", "08006", broken);
    }
  }

  private void closeEldest() throws SQLException {
    if (statements.size() > KEPT_STATEMENTS && pending.isEmpty()) {
      var eldest = statements.entrySet().iterator();
      eldest.next().getValue().close();
      eldest.remove();
    }
  }

  @Override
  public void close() throws SQLException {
    try (connection) {
      for (PreparedStatement statement : statements.values()) {
        statement.close();
      }
    } finally {
      statements.clear();
    }
  }
}
