package dev.accepted.datasets;

import dev.accepted.job.JobId;
import dev.accepted.sql.Database;
import dev.accepted.sql.Migrations;
import java.time.Clock;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The imported tables of this server. Its methods may be called from any thread. */
public final class Datasets implements AutoCloseable {

  private final Database database;
  private final TableReaders readers;
  private final Loads loads;

  /**
   * Creates the catalog's tables if they are missing, and drops what an earlier process has left
   * half made.
   *
   * @param database closed by {@link #close}
   */
  public Datasets(Database database, Clock clock) {
    this.database = database;
    Migrations.run(database.source(), "db/datasets");
    readers = new TableReaders(this::drop);
    loads = new Loads(database, clock, readers);
    database.read(Catalog::orphans).forEach(this::drop);
  }

  /** All of them by name, without the temporary ones. */
  public List<DatasetInfo> list() {
    return database.read(Catalog::all).stream()
        .map(StoredDataset::info)
        .filter(info -> !TemporaryName.matches(info.name()))
        .toList();
  }

  /** The dataset of that name; none for the name of a temporary one. */
  public Optional<DatasetInfo> find(String name) {
    return TemporaryName.matches(name)
        ? Optional.empty()
        : database.read(session -> Catalog.find(session, name)).map(StoredDataset::info);
  }

  /** Removes a dataset, and returns whether there was one. Who reads it reads on. */
  public boolean remove(String name) {
    return !TemporaryName.matches(name) && loads.remove(name);
  }

  /**
   * Asks a dataset. The answer is streamed; the caller closes it.
   *
   * @param dataset may also be the name of a temporary one
   * @throws InvalidQuery if it asks for what isn't there, or a sum is too large for its column
   */
  public RowCursor query(String dataset, Query query) throws InvalidQuery, NoSuchDataset {
    StoredDataset stored = enter(dataset);
    Runnable leave = () -> readers.leave(stored.table().number());
    return QueryRunner.run(database, stored, query, leave);
  }

  /**
   * A page of a dataset's rows.
   *
   * @param limit most rows, from 1
   * @param cursor {@link RowPage#next} of the page before; null for the first page
   */
  public RowPage rows(String name, int limit, @Nullable String cursor)
      throws NoSuchDataset, InvalidCursor {
    if (TemporaryName.matches(name)) {
      throw new NoSuchDataset(name);
    }
    StoredDataset stored = enter(name);
    try {
      return RowPages.page(database, stored, limit, cursor);
    } finally {
      readers.leave(stored.table().number());
    }
  }

  /** The load that this job has begun earlier. */
  public Optional<DatasetLoad> resume(JobId job) {
    return loads.find(job).map(load -> new DatasetLoad(loads, load));
  }

  /**
   * Begins a load. A job has one; it is taken up again by {@link #resume}.
   *
   * @throws ColumnsDiffer if rows are to be appended to a dataset with other columns
   */
  public DatasetLoad begin(JobId job, String dataset, LoadMode mode, List<Column> columns)
      throws ColumnsDiffer {
    return new DatasetLoad(loads, loads.begin(job, dataset, mode, columns));
  }

  /** {@link #begin} of a dataset for that job alone, which no list shows. */
  public DatasetLoad beginTemporary(JobId job, List<Column> columns) throws ColumnsDiffer {
    return begin(job, TemporaryName.of(job), LoadMode.REPLACE, columns);
  }

  /** Drops what a job's loads have left: an unfinished one, and a temporary dataset. */
  public void forget(JobId job) {
    loads.forget(job);
  }

  /**
   * Forgets the loads of jobs that are over, and drops what they have left. Complete loads of jobs
   * that are alive are kept, so that the job, if it is run again, doesn't load again.
   *
   * @return how many loads were forgotten
   */
  public int sweep(Predicate<JobId> alive) {
    return loads.sweep(alive);
  }

  /** Closes the database. */
  @Override
  public void close() {
    database.close();
  }

  private StoredDataset enter(String name) throws NoSuchDataset {
    try {
      return readers.enter(
          () -> database.read(session -> Catalog.find(session, name)).orElseThrow());
    } catch (NoSuchElementException absent) {
      throw new NoSuchDataset(name);
    }
  }

  private void drop(long table) {
    database.read(session -> session.update(new DataTable(table, List.of()).dropSql()));
  }
}
