package dev.accepted.datasets;

import dev.accepted.sql.Database;
import dev.accepted.sql.DatabaseException;
import dev.accepted.sql.Session;
import java.sql.SQLException;
import java.util.Optional;

/**
 * The readers of a PostgreSQL database that several servers share. Each holds an advisory lock of
 * the table's, which goes with its session: neither a server that dies nor one that is frozen
 * leaves more behind than a table that is dropped later.
 */
final class SharedReaders implements TableReaders {

  private final Database database;

  SharedReaders(Database database) {
    this.database = database;
  }

  @Override
  public Optional<Reading> enter(DatasetKey dataset) {
    try {
      Session session = database.open();
      boolean known = false;
      try {
        session.connection().setAutoCommit(true);
        Optional<StoredDataset> found = enter(session, dataset);
        known = true;
        if (found.isEmpty()) {
          session.close();
        }
        return found.map(stored -> new SharedReading(session, stored));
      } finally {
        if (!known) {
          TableLock.abandon(session);
        }
      }
    } catch (SQLException e) {
      throw new DatabaseException("a dataset could not be opened", e);
    }
  }

  /** Between look-up and lock the table may be retired, so it is looked up again. */
  private static Optional<StoredDataset> enter(Session session, DatasetKey dataset)
      throws SQLException {
    Optional<StoredDataset> found = Catalog.find(session, dataset);
    while (found.isPresent()) {
      long table = found.get().table().number();
      TableLock.hold(session, table);
      found = Catalog.find(session, dataset);
      if (found.isPresent() && found.get().table().number() == table) {
        return found;
      }
      TableLock.release(session, table);
    }
    return found;
  }

  /** A table that is read is left; {@link Catalog#orphans} finds it again. */
  @Override
  public void retire(long table) {
    try {
      database.transaction(session -> TableLock.isFree(session, table) && drop(session, table));
    } catch (DatabaseException e) {
      if (!e.isLocked()) {
        throw e;
      }
    }
  }

  /** Somebody else, such as a backup, may hold the table: that is not waited for. */
  private static boolean drop(Session session, long table) throws SQLException {
    session.update("set local lock_timeout = '1s'");
    session.update(DataTable.dropSql(table));
    return true;
  }
}
