package dev.accepted.datasets;

import dev.accepted.job.JobId;
import dev.accepted.job.Owners;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The datasets of one scope, as one owner of it may use them: those of its tenant or, if it has
 * none, its own. All of a scope read each of them; only who first imported one loads rows into it
 * again. What another scope calls by the same name is something else, and can't be told from what
 * isn't there.
 *
 * <p>Methods that look at the catalog and at rows throw {@link DatasetsUnavailable} while the
 * database is down.
 */
public final class OwnedDatasets {

  private final Datasets datasets;
  private final String owner;

  OwnedDatasets(Datasets datasets, String owner) {
    this.datasets = datasets;
    this.owner = owner;
  }

  /** All of them by name, without the temporary ones. */
  public List<DatasetInfo> list() {
    return datasets.all(Owners.scope(owner)).stream()
        .map(StoredDataset::info)
        .filter(info -> !TemporaryName.matches(info.name()))
        .toList();
  }

  /** The dataset of that name; none for the name of a temporary one. */
  public Optional<DatasetInfo> find(String name) {
    return TemporaryName.matches(name)
        ? Optional.empty()
        : datasets.find(key(name)).map(StoredDataset::info);
  }

  /**
   * Removes a dataset, if it is one of those owners', and returns whether there was one. Who reads
   * it reads on.
   */
  public boolean remove(String name, Owners owners) {
    return !TemporaryName.matches(name) && datasets.remove(key(name), owners);
  }

  /**
   * Asks a dataset. The answer is streamed; the caller closes it.
   *
   * @param dataset may also be the name of a temporary one
   * @throws InvalidQuery if it asks for what isn't there, or a sum is too large for its column
   */
  public RowCursor query(String dataset, Query query) throws InvalidQuery, NoSuchDataset {
    return datasets.query(key(dataset), query);
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
    return datasets.rows(key(name), limit, cursor);
  }

  /**
   * Begins a load. A job has one; it is taken up again by {@link Datasets#resume}.
   *
   * @throws LoadRefused if the dataset is somebody else's, or rows are to be appended to one with
   *     other columns
   */
  public DatasetLoad begin(JobId job, String dataset, LoadMode mode, List<Column> columns)
      throws LoadRefused {
    return datasets.begin(job, key(dataset), mode, columns);
  }

  /** {@link #begin} of a dataset for that job alone, which no list shows. */
  public DatasetLoad beginTemporary(JobId job, List<Column> columns) throws LoadRefused {
    return begin(job, TemporaryName.of(job), LoadMode.REPLACE, columns);
  }

  private DatasetKey key(String name) {
    return new DatasetKey(owner, name);
  }
}
