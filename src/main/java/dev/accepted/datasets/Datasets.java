package dev.accepted.datasets;

import dev.accepted.job.JobId;
import dev.accepted.sql.Database;
import dev.accepted.sql.DatabaseException;
import dev.accepted.sql.Migrations;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The imported tables: of this server, or of all servers that share a PostgreSQL database. Its
 * methods may be called from any thread. Those that look at the catalog and at rows throw {@link
 * DatasetsUnavailable} while the database is down.
 */
public final class Datasets implements AutoCloseable {

  private final Database database;
  private final TableReaders readers;
  private final TableDialect dialect;
  private final Loads loads;
  private final Completion completion;
  private final long mostRows;

  /**
   * Creates the catalog's tables if they are missing, and drops tables that nobody needs.
   *
   * @param database closed by {@link #close}
   * @param mostRows that may be loaded at once
   */
  public Datasets(Database database, Clock clock, long mostRows) {
    this.mostRows = mostRows;
    this.database = database;
    Migrations.run(database, "db/datasets");
    dialect = TableDialect.of(database);
    readers = dialect.readers(database);
    loads = new Loads(database, dialect, readers);
    completion = new Completion(database, dialect, clock, readers);
    loads.dropOrphans();
  }

  /** How many rows a load may have. */
  public long mostRows() {
    return mostRows;
  }

  /** All of them by name, without the temporary ones. */
  public List<DatasetInfo> list() {
    return asked(() -> database.read(Catalog::all)).stream()
        .map(StoredDataset::info)
        .filter(info -> !TemporaryName.matches(info.name()))
        .toList();
  }

  /** The dataset of that name; none for the name of a temporary one. */
  public Optional<DatasetInfo> find(String name) {
    return TemporaryName.matches(name)
        ? Optional.empty()
        : asked(() -> database.read(session -> Catalog.find(session, name)))
            .map(StoredDataset::info);
  }

  /** Removes a dataset, and returns whether there was one. Who reads it reads on. */
  public boolean remove(String name) {
    return !TemporaryName.matches(name) && asked(() -> completion.remove(name));
  }

  /**
   * Asks a dataset. The answer is streamed; the caller closes it.
   *
   * @param dataset may also be the name of a temporary one
   * @throws InvalidQuery if it asks for what isn't there, or a sum is too large for its column
   */
  public RowCursor query(String dataset, Query query) throws InvalidQuery, NoSuchDataset {
    return new QueryRunner(dialect).run(enter(dataset), query);
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
    try (Reading reading = enter(name)) {
      return RowPages.page(reading, dialect, limit, cursor);
    } catch (DatabaseException down) {
      throw new DatasetsUnavailable(down);
    }
  }

  /**
   * Takes up the load that an earlier attempt of this job has begun, wherever it ran. An attempt
   * that still has it is shut out: it can neither add rows nor complete or discard the load.
   */
  public Optional<DatasetLoad> resume(JobId job) {
    return loads.take(job).map(load -> new DatasetLoad(loads, completion, load));
  }

  /**
   * Begins a load. A job has one; it is taken up again by {@link #resume}.
   *
   * @throws ColumnsDiffer if rows are to be appended to a dataset with other columns
   */
  public DatasetLoad begin(JobId job, String dataset, LoadMode mode, List<Column> columns)
      throws ColumnsDiffer {
    return new DatasetLoad(loads, completion, loads.begin(job, dataset, mode, columns));
  }

  /** {@link #begin} of a dataset for that job alone, which no list shows. */
  public DatasetLoad beginTemporary(JobId job, List<Column> columns) throws ColumnsDiffer {
    return begin(job, TemporaryName.of(job), LoadMode.REPLACE, columns);
  }

  /**
   * Forgets the loads of jobs that are over, and drops what they have left. Complete loads of jobs
   * that are alive are kept, so that the job, if it is run again, doesn't load again. Several
   * servers may do so at once.
   *
   * @return how many loads were forgotten
   */
  public int sweep(Predicate<JobId> alive) {
    List<JobId> over = new ArrayList<>(loads.jobs());
    over.removeIf(alive);
    over.forEach(completion::forget);
    loads.dropOrphans();
    return over.size();
  }

  /** Closes the database. */
  @Override
  public void close() {
    database.close();
  }

  private static <T> T asked(Supplier<T> question) {
    try {
      return question.get();
    } catch (DatabaseException down) {
      throw new DatasetsUnavailable(down);
    }
  }

  private Reading enter(String name) throws NoSuchDataset {
    return readers.enter(name).orElseThrow(() -> new NoSuchDataset(name));
  }
}
