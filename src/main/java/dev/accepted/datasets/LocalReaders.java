package dev.accepted.datasets;

import dev.accepted.sql.Database;
import dev.accepted.sql.SqlWork;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The readers of a database that belongs to this process. */
final class LocalReaders implements TableReaders {

  private final Database database;
  private final Map<Long, Integer> readers = new HashMap<>();
  private final Set<Long> retired = new HashSet<>();

  LocalReaders(Database database) {
    this.database = database;
  }

  @Override
  public synchronized Optional<Reading> enter(DatasetKey dataset) {
    Optional<StoredDataset> found = database.read(session -> Catalog.find(session, dataset));
    found.ifPresent(stored -> readers.merge(stored.table().number(), 1, Integer::sum));
    return found.map(LocalReading::new);
  }

  private void leave(long table) {
    boolean last;
    synchronized (this) {
      last = readers.merge(table, -1, (count, one) -> count == 1 ? null : count + one) == null;
      last = last && retired.remove(table);
    }
    if (last) {
      drop(table);
    }
  }

  @Override
  public void retire(long table) {
    synchronized (this) {
      if (readers.containsKey(table)) {
        retired.add(table);
        return;
      }
    }
    drop(table);
  }

  private void drop(long table) {
    database.read(session -> session.update(DataTable.dropSql(table)));
  }

  /** One of them. */
  private final class LocalReading implements Reading {

    private final StoredDataset dataset;
    private boolean closed;

    LocalReading(StoredDataset dataset) {
      this.dataset = dataset;
    }

    @Override
    public StoredDataset dataset() {
      return dataset;
    }

    @Override
    public <T> T read(SqlWork<T> work) {
      return database.read(work);
    }

    @Override
    public void close() {
      if (!closed) {
        closed = true;
        leave(dataset.table().number());
      }
    }
  }
}
