package dev.accepted.types.imports;

import dev.accepted.datasets.ColumnsDiffer;
import dev.accepted.datasets.DatasetInfo;
import dev.accepted.datasets.DatasetLoad;
import dev.accepted.datasets.Datasets;
import dev.accepted.datasets.LoadMode;
import dev.accepted.datasets.LoadSummary;
import dev.accepted.datasets.csv.CsvCheck;
import dev.accepted.datasets.csv.CsvLoad;
import dev.accepted.datasets.csv.CsvOptions;
import dev.accepted.job.InputFile;
import dev.accepted.job.InvalidInput;
import dev.accepted.job.JobContext;
import dev.accepted.job.JobDefinition;
import dev.accepted.job.JobDefinition.FileRule;
import dev.accepted.job.JobType;
import dev.accepted.job.PermanentFailure;
import dev.accepted.job.RetryPolicy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Loads a CSV file into a dataset. An attempt that was cut off is taken up where its last
 * transaction left it, so each row is there once.
 */
@ApplicationScoped
public class ImportJob implements JobType<ImportParameters> {

  private static final JobDefinition DEFINITION =
      JobDefinition.named("import", "imports", Schema.text())
          .described(
              "Import",
              "Loads a CSV file into a dataset. Separator, charset and types are found out unless"
                  + " they are given; rows that don't fit are kept in rejected.csv.")
          .withExample("{\"dataset\": \"flights\", \"mode\": \"replace\"}")
          .withFile(
              FileRule.REQUIRED,
              "text/csv",
              "text/tab-separated-values",
              "text/plain",
              "application/vnd.ms-excel",
              "application/octet-stream")
          .limited(2, Duration.ofHours(6), RetryPolicy.STANDARD);

  private final Datasets datasets;

  @Inject
  public ImportJob(Datasets datasets) {
    this.datasets = datasets;
  }

  @Override
  public JobDefinition definition() {
    return DEFINITION;
  }

  @Override
  public Class<ImportParameters> parameters() {
    return ImportParameters.class;
  }

  @Override
  public void validate(ImportParameters parameters, @Nullable InputFile file) throws InvalidInput {
    CsvOptions options = parameters.options();
    if (file == null) {
      throw InvalidInput.at("/file", "an import needs a file");
    }
    CsvCheck.head(file, options);
  }

  @Override
  public void run(ImportParameters parameters, JobContext context)
      throws IOException, PermanentFailure, InvalidInput {
    Optional<DatasetLoad> earlier = datasets.resume(context.id());
    try {
      DatasetLoad load = earlier.isPresent() ? earlier.get() : begin(parameters, context);
      
    } catch (ColumnsDiffer e) {
      throw new PermanentFailure("import-columns-differ", e.getMessage());
    }
  }
}
