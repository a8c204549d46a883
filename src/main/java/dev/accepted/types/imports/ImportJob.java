package dev.accepted.types.imports;

import dev.accepted.datasets.DatasetInfo;
import dev.accepted.datasets.Datasets;
import dev.accepted.datasets.csv.CsvCheck;
import dev.accepted.datasets.csv.CsvOptions;
import dev.accepted.job.InputFile;
import dev.accepted.job.InvalidInput;
import dev.accepted.job.JobContext;
import dev.accepted.job.JobDefinition;
import dev.accepted.job.JobDefinition.FileRule;
import dev.accepted.job.JobType;
import dev.accepted.job.RetryPolicy;
import dev.accepted.job.TextResource;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Loads a CSV file into a dataset. An attempt that was cut off is taken up where its last
 * transaction left it, so each row is there once.
 *
 * <p>A dependent bean: a constructor that takes arguments needs no proxy.
 */
@Dependent
public class ImportJob implements JobType<ImportParameters> {

  private static final int SLOTS = 2;
  private static final Duration TIMEOUT = Duration.ofHours(6);

  private final Datasets datasets;
  private final JobDefinition definition;

  @Inject
  public ImportJob(Datasets datasets) {
    this.datasets = datasets;
    this.definition =
        JobDefinition.named(
                "import", "imports", TextResource.read(ImportJob.class, "import.schema.json"))
            .described(
                "Import",
                "Loads a CSV file into a dataset. Separator, charset and types are found out unless"
                    + " they are given; rows that don't fit are kept in rejected.csv.")
            .withExample("{\"dataset\": \"flights\", \"mode\": \"replace\"}")
            .withFile(FileRule.REQUIRED, CsvCheck.mediaTypes())
            .limited(SLOTS, TIMEOUT, RetryPolicy.STANDARD);
  }

  @Override
  public JobDefinition definition() {
    return definition;
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

  /**
   * Nobody replaces or appends to what is another's of the same tenant, though both may read it.
   */
  @Override
  public void validate(ImportParameters parameters, @Nullable InputFile file, String owner)
      throws InvalidInput {
    Optional<DatasetInfo> present = datasets.of(owner).find(parameters.dataset());
    if (present.isPresent() && !present.get().owner().equals(owner)) {
      throw InvalidInput.at("/dataset", "this dataset belongs to somebody else of your tenant");
    }
    validate(parameters, file);
  }

  @Override
  public void run(ImportParameters parameters, JobContext context) throws Exception {
    new ImportRun(datasets, parameters, context).run();
  }
}
