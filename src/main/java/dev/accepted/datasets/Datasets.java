package dev.accepted.datasets;

import dev.accepted.job.JobId;
import dev.accepted.sql.Database;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The imported tables of this server. Its methods may be called from any thread. */
@SuppressWarnings("DoNotCallSuggester")
public final class Datasets implements AutoCloseable {

  /**
   * @param database made ready by this: its tables are created if they are missing
   */
  public Datasets(Database database, Clock clock) {}

  /** All of them by name, without the temporary ones. */
  public List<DatasetInfo> list() {
    throw new UnsupportedOperationException();
  }

  /** The dataset of that name. */
  public Optional<DatasetInfo> find(String name) {
    throw new UnsupportedOperationException();
  }

  /** Removes a dataset, and returns whether there was one. Who reads it reads on. */
  public boolean remove(String name) {
    throw new UnsupportedOperationException();
  }

  /**
   * Asks a dataset. The answer is streamed; the caller closes it.
   *
   * @param dataset also the name of a temporary one
   */
  public RowCursor query(String dataset, Query query) throws InvalidQuery, NoSuchDataset {
    throw new UnsupportedOperationException();
  }

  /**
   * A page of a dataset's rows.
   *
   * @param limit most rows, from 1
   * @param cursor {@link RowPage#next} of the page before; null for the first page
   */
  public RowPage rows(String name, int limit, @Nullable String cursor)
      throws NoSuchDataset, InvalidCursor {
    throw new UnsupportedOperationException();
  }

  /** The load that this job has begun earlier. */
  public Optional<DatasetLoad> resume(JobId job) {
    throw new UnsupportedOperationException();
  }

  /**
   * Begins a load. A job has one; it is taken up again by {@link #resume}.
   *
   * @throws ColumnsDiffer if rows are to be appended to a dataset with other columns
   */
  public DatasetLoad begin(JobId job, String dataset, LoadMode mode, List<Column> columns)
      throws ColumnsDiffer {
    throw new UnsupportedOperationException();
  }

  /** Drops what loads and temporary datasets have left whose job is no longer alive. */
  public int sweep(Predicate<JobId> alive) {
    throw new UnsupportedOperationException();
  }

  /** Closes the database. */
  @Override
  public void close() {}
}
