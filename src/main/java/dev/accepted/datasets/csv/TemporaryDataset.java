package dev.accepted.datasets.csv;

import dev.accepted.datasets.DatasetLoad;
import dev.accepted.datasets.Datasets;
import dev.accepted.datasets.LoadRefused;
import dev.accepted.datasets.OwnedDatasets;
import dev.accepted.job.InputFile;
import dev.accepted.job.JobContext;
import dev.accepted.job.JobId;
import dev.accepted.job.PermanentFailure;
import java.io.IOException;
import java.util.Optional;

/**
 * A CSV file that came with a job, as a dataset for that job alone: it is never listed, and it is
 * gone when it is closed. {@link Datasets#sweep} removes what a killed job has left.
 */
public final class TemporaryDataset implements AutoCloseable {

  private final DatasetLoad load;

  private TemporaryDataset(DatasetLoad load) {
    this.load = load;
  }

  /**
   * Loads the file; stops when the job is to stop. What an attempt that was cut off has loaded is
   * not loaded again.
   *
   * @throws PermanentFailure if the file can't be read as CSV, or has too many rows, or too many
   *     bad ones
   */
  public static TemporaryDataset load(
      Datasets datasets, JobContext context, InputFile file, CsvOptions options)
      throws IOException, PermanentFailure {
    JobId job = context.id();
    CsvLoad csv = new CsvLoad(file, options, context);
    Optional<DatasetLoad> earlier = datasets.resume(job);
    try {
      TemporaryDataset loading =
          new TemporaryDataset(
              earlier.isPresent()
                  ? earlier.get()
                  : datasets.of(context.owner()).beginTemporary(job, csv.columns()));
      loading.store(csv, datasets.mostRows());
      return loading;
    } catch (LoadRefused e) {
      throw new IllegalStateException("a temporary dataset is its job's alone", e);
    }
  }

  private void store(CsvLoad csv, long mostRows) throws IOException, PermanentFailure, LoadRefused {
    boolean loaded = false;
    try {
      if (!load.isComplete()) {
        csv.storeInto(load, mostRows);
        load.complete();
      }
      loaded = true;
    } finally {
      if (!loaded) {
        close();
      }
    }
  }

  /** Its name for {@link OwnedDatasets#query}. */
  public String name() {
    return load.dataset();
  }

  /** Removes it, unless another attempt of the job has taken it. */
  @Override
  public void close() {
    load.discard();
  }
}
