package dev.accepted.datasets;

import dev.accepted.job.JobId;
import dev.accepted.sql.Database;
import dev.accepted.sql.Session;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * How rows get in. Every load has a table of its own, so readers see nothing of it until it is
 * complete; H2 commits on each DDL statement, so tables are made before and dropped after the
 * transactions.
 */
final class Loads {

  private final Database database;
  private final Clock clock;
  private final TableReaders readers;

  /** Held while a dataset is pointed to another table: an append reads its row count first. */
  private final ReentrantLock pointing = new ReentrantLock();

  Loads(Database database, Clock clock, TableReaders readers) {
    this.database = database;
    this.clock = clock;
    this.readers = readers;
  }

  Optional<LoadRecord> find(JobId job) {
    return database.read(session -> LoadCatalog.find(session, job));
  }

  LoadRecord begin(JobId job, String dataset, LoadMode mode, List<Column> columns)
      throws ColumnsDiffer {
    if (mode == LoadMode.APPEND) {
      Optional<StoredDataset> present = database.read(session -> Catalog.find(session, dataset));
      if (present.isPresent()) {
        ColumnsDiffer.check(present.get().table().columns(), columns);
      }
    }
    DataTable table = new DataTable(database.transaction(Catalog::nextTableNumber), columns);
    database.read(session -> session.update(table.createSql()));
    LoadRecord load = new LoadRecord(job, dataset, mode, table, new LoadPosition(0, 0), false);
    database.transaction(
        session -> {
          Catalog.addColumns(session, table);
          LoadCatalog.insert(session, load);
          return load;
        });
    return load;
  }

  /** Stores rows, and in the same transaction how far the load has come with them. */
  LoadRecord append(LoadRecord load, List<@Nullable Object[]> rows, List<RejectedRow> rejected) {
    LoadPosition from = load.position();
    LoadPosition to =
        new LoadPosition(from.rows() + rows.size(), from.rejected() + rejected.size());
    database.transaction(
        session -> {
          if (!LoadCatalog.move(session, load.job(), from, to)) {
            throw new IllegalStateException("another attempt goes on with this load");
          }
          insert(session, load.table(), from.rows(), rows);
          LoadCatalog.addRejected(session, load.job(), rejected);
          return to;
        });
    return new LoadRecord(load.job(), load.dataset(), load.mode(), load.table(), to, false);
  }

  private static void insert(
      Session session, DataTable table, long before, List<@Nullable Object[]> rows)
      throws SQLException {
    PreparedStatement insert = session.prepare(table.insertSql());
    long number = before;
    for (@Nullable Object[] row : rows) {
      insert.setLong(1, ++number);
      for (int place = 0; place < row.length; place++) {
        insert.setObject(place + 2, row[place]);
      }
      insert.addBatch();
    }
    insert.executeBatch();
  }

  LoadRecord complete(LoadRecord load) throws ColumnsDiffer {
    pointing.lock();
    try {
      Optional<StoredDataset> present =
          database.read(session -> Catalog.find(session, load.dataset()));
      LoadRecord known = find(load.job()).orElseThrow();
      if (known.complete()) {
        return known;
      }
      if (present.isPresent() && load.mode() == LoadMode.APPEND) {
        ColumnsDiffer.check(present.get().table().columns(), load.table().columns());
        appendTo(present.get(), known);
      } else {
        put(present, known);
      }
      return find(load.job()).orElseThrow();
    } finally {
      pointing.unlock();
    }
  }

  private void put(Optional<StoredDataset> present, LoadRecord load) {
    database.transaction(
        session -> {
          Catalog.point(
              session,
              load.dataset(),
              load.table().number(),
              load.position().rows(),
              clock.instant());
          LoadCatalog.markComplete(session, load.job());
          return load;
        });
    present.ifPresent(old -> readers.retire(old.table().number()));
  }

  private void appendTo(StoredDataset present, LoadRecord load) {
    long before = present.info().rows();
    database.transaction(
        session -> {
          session.update(present.table().copySql(load.table()), before);
          Catalog.point(
              session,
              load.dataset(),
              present.table().number(),
              before + load.position().rows(),
              clock.instant());
          LoadCatalog.markComplete(session, load.job());
          return load;
        });
    readers.retire(load.table().number());
  }

  boolean remove(String dataset) {
    pointing.lock();
    try {
      Optional<StoredDataset> present = database.read(session -> Catalog.find(session, dataset));
      present.ifPresent(
          old -> {
            database.transaction(session -> Catalog.remove(session, dataset));
            readers.retire(old.table().number());
          });
      return present.isPresent();
    } finally {
      pointing.unlock();
    }
  }

  List<RejectedRow> rejectedAfter(LoadRecord load, long line, int limit) {
    return database.read(session -> LoadCatalog.rejectedAfter(session, load.job(), line, limit));
  }

  void forget(JobId job) {
    remove(TemporaryName.of(job));
    find(job)
        .ifPresent(
            load -> {
              database.transaction(
                  session -> {
                    LoadCatalog.remove(session, job);
                    Catalog.forgetColumns(session);
                    return job;
                  });
              if (!load.complete()) {
                readers.retire(load.table().number());
              }
            });
  }

  int sweep(Predicate<JobId> alive) {
    List<JobId> over = new ArrayList<>(database.read(LoadCatalog::jobs));
    over.removeIf(alive);
    over.forEach(this::forget);
    return over.size();
  }
}
