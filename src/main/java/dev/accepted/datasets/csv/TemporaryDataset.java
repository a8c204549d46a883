package dev.accepted.datasets.csv;

import dev.accepted.datasets.Datasets;
import dev.accepted.job.InputFile;
import dev.accepted.job.JobContext;
import dev.accepted.job.PermanentFailure;
import java.io.IOException;

/**
 * A CSV file that came with a job, as a dataset for that job alone: it is never listed, and it is
 * gone when it is closed. {@link Datasets#sweep} removes what a killed job has left.
 */
@SuppressWarnings("DoNotCallSuggester")
public final class TemporaryDataset implements AutoCloseable {

  private TemporaryDataset() {}

  /**
   * Loads the file; stops when the job is to stop.
   *
   * @throws PermanentFailure if the file can't be read as CSV, or has too many bad rows
   */
  public static TemporaryDataset load(
      Datasets datasets, JobContext context, InputFile file, CsvOptions options)
      throws IOException, PermanentFailure {
    throw new UnsupportedOperationException();
  }

  /** Its name for {@link Datasets#query}. */
  public String name() {
    throw new UnsupportedOperationException();
  }

  /** Removes it. */
  @Override
  public void close() {
    throw new UnsupportedOperationException();
  }
}
