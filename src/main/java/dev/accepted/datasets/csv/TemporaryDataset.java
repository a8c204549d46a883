package dev.accepted.datasets.csv;

import dev.accepted.datasets.ColumnsDiffer;
import dev.accepted.datasets.DatasetLoad;
import dev.accepted.datasets.Datasets;
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

  private final Datasets datasets;
  private final JobId job;
  private final String name;

  private TemporaryDataset(Datasets datasets, JobId job, String name) {
    this.datasets = datasets;
    this.job = job;
    this.name = name;
  }

  /**
   * Loads the file; stops when the job is to stop. What an attempt that was cut off has loaded is
   * not loaded again.
   *
   * @throws PermanentFailure if the file can't be read as CSV, or has too many bad rows
   */
  public static TemporaryDataset load(
      Datasets datasets, JobContext context, InputFile file, CsvOptions options)
      throws IOException, PermanentFailure {
    JobId job = context.id();
    boolean loaded = false;
    try {
      CsvLoad csv = new CsvLoad(file, options, context);
      Optional<DatasetLoad> earlier = datasets.resume(job);
      DatasetLoad load =
          earlier.isPresent() ? earlier.get() : datasets.beginTemporary(job, csv.columns());
      if (!load.isComplete()) {
        csv.storeInto(load);
        load.complete();
      }
      loaded = true;
      return new TemporaryDataset(datasets, job, load.dataset());
    } catch (ColumnsDiffer e) {
      throw new IllegalStateException("a temporary dataset is never appended to", e);
    } finally {
      if (!loaded) {
        datasets.forget(job);
      }
    }
  }

  /** Its name for {@link Datasets#query}. */
  public String name() {
    return name;
  }

  /** Removes it. */
  @Override
  public void close() {
    datasets.forget(job);
  }
}
