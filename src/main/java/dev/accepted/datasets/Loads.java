package dev.accepted.datasets;

import dev.accepted.job.JobId;
import dev.accepted.sql.Database;
import dev.accepted.sql.DatabaseException;
import dev.accepted.sql.Session;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * How rows get in. Every load has a table of its own, so readers see nothing of it until it is
 * complete. An attempt at a load takes it, and thereby shuts earlier ones out, be they this
 * server's or another's: each step checks that within its transaction.
 */
final class Loads {

  private static final long FIRST_TAKER = 1;

  private final Database database;
  private final TableDialect dialect;
  private final TableReaders readers;

  /** H2 commits when a table is made: until its load is stored too, it looks like an orphan. */
  private final ReentrantLock making = new ReentrantLock();

  Loads(Database database, TableDialect dialect, TableReaders readers) {
    this.database = database;
    this.dialect = dialect;
    this.readers = readers;
  }

  /** Takes the load that the job has, if it has one. */
  Optional<LoadRecord> take(JobId job) {
    return database.transaction(
        session ->
            LoadCatalog.take(session, job) ? LoadCatalog.lock(session, job) : Optional.empty());
  }

  LoadRecord begin(JobId job, DatasetKey dataset, LoadMode mode, List<Column> columns)
      throws LoadRefused {
    Optional<StoredDataset> present = database.read(session -> Catalog.find(session, dataset));
    if (present.isPresent()) {
      Optional<LoadRefused> refusal = present.get().refusal(dataset.owner(), mode, columns);
      if (refusal.isPresent()) {
        throw refusal.get();
      }
    }
    making.lock();
    try {
      return database.transaction(session -> make(session, job, dataset, mode, columns));
    } catch (DatabaseException e) {
      // An earlier attempt, which was thought to be gone, has begun it just now.
      if (e.isDuplicate()) {
        return take(job).orElseThrow(() -> e);
      }
      throw e;
    } finally {
      making.unlock();
    }
  }

  private LoadRecord make(
      Session session, JobId job, DatasetKey dataset, LoadMode mode, List<Column> columns)
      throws SQLException {
    DataTable table = new DataTable(Catalog.nextTableNumber(session, dialect), columns);
    session.update(table.createSql(dialect));
    Catalog.addColumns(session, table);
    LoadRecord load =
        new LoadRecord(job, FIRST_TAKER, dataset, mode, table, new LoadPosition(0, 0), 0, false);
    LoadCatalog.insert(session, load);
    return load;
  }

  /** Stores rows, and in the same transaction how far the load has come with them. */
  LoadRecord append(LoadRecord load, List<@Nullable Object[]> rows, List<RejectedRow> rejected) {
    LoadPosition from = load.position();
    LoadPosition to =
        new LoadPosition(from.rows() + rows.size(), from.rejected() + rejected.size());
    long widest =
        Math.max(load.widest(), rows.stream().mapToLong(RowCodec::weight).max().orElse(0));
    try {
      database.transaction(
          session -> {
            if (!LoadCatalog.move(session, load, to, widest)) {
              throw new IllegalStateException("another attempt goes on with this load");
            }
            insert(session, load.table(), from.rows(), rows);
            LoadCatalog.addRejected(session, load.job(), rejected);
            return to;
          });
    } catch (DatabaseException e) {
      throw e.isTooLarge() ? new RowTooWide(e) : e;
    }
    return load.movedTo(to, widest);
  }

  private void insert(Session session, DataTable table, long before, List<@Nullable Object[]> rows)
      throws SQLException {
    PreparedStatement insert = session.prepare(table.insertSql());
    long number = before;
    for (@Nullable Object[] row : rows) {
      insert.setLong(1, ++number);
      for (int place = 0; place < row.length; place++) {
        insert.setObject(place + 2, dialect.bound(row[place]));
      }
      insert.addBatch();
    }
    Session.execute(insert);
  }

  List<RejectedRow> rejectedAfter(LoadRecord load, long line, int limit) {
    return database.read(session -> LoadCatalog.rejectedAfter(session, load.job(), line, limit));
  }

  List<JobId> jobs() {
    return database.read(LoadCatalog::jobs);
  }

  /** Drops tables that nobody needs: those of dead processes, and those that were being read. */
  void dropOrphans() {
    List<Long> orphans;
    making.lock();
    try {
      orphans = database.read(Catalog::orphans);
    } finally {
      making.unlock();
    }
    orphans.forEach(readers::retire);
  }
}
