package dev.accepted.sql;

import java.io.File;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import java.util.function.LongSupplier;
import javax.sql.DataSource;
import org.h2.engine.Constants;
import org.h2.jdbcx.JdbcConnectionPool;
import org.jspecify.annotations.Nullable;

/**
 * An H2 database in a file of this process. {@code WRITE_DELAY=0} hands each commit to the
 * operating system before it returns, which survives a killed process; {@code CHECKPOINT SYNC}
 * after the commit adds the fsync that survives a power cut. Never the second without the first:
 * that left an empty database in three of three kills.
 */
public final class EmbeddedDatabase extends Database {

  private static final int KEPT_SESSIONS = 4;

  /**
   * In bytes. H2 2.4.240 must not meet a full disk: of some ten times, it once leaves the file
   * locked within the process, or spins for ever where a transaction is rolled back ({@code
   * MVStore.registerVersionUsage}). So nothing is written while there is less room than this.
   */
  private static final long LEAST_ROOM = 32L << 20;

  /** As PostgreSQL has it. */
  private static final String DISK_FULL = "53100";

  private final @Nullable JdbcConnectionPool pool;
  private final boolean powerSafe;
  private final LongSupplier room;

  private EmbeddedDatabase(
      DataSource source, @Nullable JdbcConnectionPool pool, LongSupplier room, boolean powerSafe) {
    super(source, Dialect.H2, KEPT_SESSIONS);
    this.pool = pool;
    this.room = room;
    this.powerSafe = powerSafe;
  }

  /**
   * Opens the database, or makes it.
   *
   * @param file without its ending {@code .mv.db}
   * @param powerSafe whether each transaction is followed by an fsync
   * @param connections at most this many at once; further takers wait up to 30 s
   * @param interruptible whether threads that use it may be interrupted: H2's ordinary file access
   *     closes the whole database then, its asynchronous one does not
   */
  public static EmbeddedDatabase open(
      Path file, boolean powerSafe, int connections, boolean interruptible) {
    File folder = Objects.requireNonNull(file.toAbsolutePath().getParent()).toFile();
    return open(file, powerSafe, connections, interruptible, folder::getUsableSpace);
  }

  /** The same on a disk with so many bytes left. */
  static EmbeddedDatabase open(
      Path file, boolean powerSafe, int connections, boolean interruptible, LongSupplier room) {
    // Results are not reused: H2 takes old ones for new when somebody commits meanwhile.
    JdbcConnectionPool pool =
        JdbcConnectionPool.create(
            "jdbc:h2:%s:%s;WRITE_DELAY=0;OPTIMIZE_REUSE_RESULTS=0;DB_CLOSE_DELAY=-1;DB_CLOSE_ON_EXIT=FALSE"
                .formatted(interruptible ? "async" : "file", file.toAbsolutePath()),
            "accepted",
            "");
    pool.setMaxConnections(connections);
    return new EmbeddedDatabase(pool, pool, room, powerSafe);
  }

  /**
   * Takes a data source of the server's, which must lead to H2 of this very version, and sets what
   * must be set.
   *
   * @throws DatabaseException if it leads anywhere else
   */
  public static EmbeddedDatabase over(DataSource source, boolean powerSafe) {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      String version = connection.getMetaData().getDatabaseProductVersion();
      if (!version.startsWith(Constants.VERSION)) {
        throw new SQLException("H2 " + Constants.VERSION + " is needed, not " + version);
      }
      statement.execute("SET WRITE_DELAY 0");
      statement.execute("SET OPTIMIZE_REUSE_RESULTS 0");
    } catch (SQLException e) {
      throw new DatabaseException("the data source can't be used", e);
    }
    return new EmbeddedDatabase(source, null, () -> Long.MAX_VALUE, powerSafe);
  }

  @Override
  protected void beforeWork() throws SQLException {
    if (room.getAsLong() < LEAST_ROOM) {
      throw new SQLException("less than 32 MiB are left on the disk", DISK_FULL);
    }
  }

  @Override
  protected void commit(Connection connection) throws SQLException {
    connection.commit();
    if (powerSafe) {
      try (Statement statement = connection.createStatement()) {
        statement.execute("CHECKPOINT SYNC");
      }
    }
  }

  /**
   * Closes the database, and gives unused space in its file back; one of the server's is left to
   * the server.
   */
  @Override
  public void close() {
    super.close();
    if (pool == null) {
      return;
    }
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("SHUTDOWN COMPACT");
    } catch (SQLException e) {
      throw new DatabaseException("closing failed", e);
    } finally {
      pool.dispose();
    }
  }
}
