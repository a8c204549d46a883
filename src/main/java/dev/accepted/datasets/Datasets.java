package dev.accepted.datasets;

import dev.accepted.job.JobId;
import dev.accepted.job.Owners;
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

  /**
   * Those of a scope, as an owner of it may use them.
   *
   * @param owner as jobs have it
   */
  public OwnedDatasets of(String owner) {
    return new OwnedDatasets(this, owner);
  }

  /** Those of a scope by name, the temporary ones among them. */
  List<StoredDataset> all(String scope) {
    return asked(() -> database.read(session -> Catalog.all(session, scope)));
  }

  Optional<StoredDataset> find(DatasetKey key) {
    return asked(() -> database.read(session -> Catalog.find(session, key)));
  }

  boolean remove(DatasetKey key, Owners owners) {
    return asked(() -> completion.remove(key, owners));
  }

  RowCursor query(DatasetKey key, Query query) throws InvalidQuery, NoSuchDataset {
    return new QueryRunner(dialect).run(enter(key), query);
  }

  RowPage rows(DatasetKey key, int limit, @Nullable String cursor)
      throws NoSuchDataset, InvalidCursor {
    try (Reading reading = enter(key)) {
      return RowPages.page(reading, dialect, limit, cursor);
    } catch (DatabaseException down) {
      throw new DatasetsUnavailable(down);
    }
  }

  DatasetLoad begin(JobId job, DatasetKey key, LoadMode mode, List<Column> columns)
      throws LoadRefused {
    return new DatasetLoad(loads, completion, loads.begin(job, key, mode, columns));
  }

  /**
   * Takes up the load that an earlier attempt of this job has begun, wherever it ran. An attempt
   * that still has it is shut out: it can neither add rows nor complete or discard the load.
   */
  public Optional<DatasetLoad> resume(JobId job) {
    return loads.take(job).map(load -> new DatasetLoad(loads, completion, load));
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

  private Reading enter(DatasetKey key) throws NoSuchDataset {
    return readers.enter(key).orElseThrow(() -> new NoSuchDataset(key.name()));
  }
}
