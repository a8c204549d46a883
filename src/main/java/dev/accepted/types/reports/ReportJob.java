package dev.accepted.types.reports;

import dev.accepted.datasets.DatasetInfo;
import dev.accepted.datasets.Datasets;
import dev.accepted.datasets.csv.CsvCheck;
import dev.accepted.datasets.csv.CsvOptions;
import dev.accepted.datasets.csv.TemporaryDataset;
import dev.accepted.job.InputFile;
import dev.accepted.job.InvalidInput;
import dev.accepted.job.InvalidInput.Violation;
import dev.accepted.job.JobContext;
import dev.accepted.job.JobDefinition;
import dev.accepted.job.JobDefinition.FileRule;
import dev.accepted.job.JobType;
import dev.accepted.job.PermanentFailure;
import dev.accepted.job.RetryPolicy;
import dev.accepted.job.TextResource;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reports on an imported dataset, or on a CSV file sent along.
 *
 * <p>A dependent bean: the registry keeps the one instance, and a constructor that takes arguments
 * needs no proxy.
 */
@Dependent
public class ReportJob implements JobType<ReportParameters> {

  /** How much of the work on a file sent along it is to load it. */
  private static final double LOADING_SHARE = 0.6;

  private static final int SLOTS = 2;
  private static final Duration TIMEOUT = Duration.ofHours(1);

  private final Datasets datasets;
  private final JobDefinition definition;

  @Inject
  public ReportJob(Datasets datasets) {
    this.datasets = datasets;
    this.definition =
        JobDefinition.named(
                "report", "reports", TextResource.read(ReportJob.class, "report.schema.json"))
            .described(
                "Report",
                "Chooses, groups and sorts rows of a dataset or of a CSV file, and writes them as"
                    + " PDF, XLSX, HTML or CSV, with a plot if wanted.")
            .withExample(TextResource.read(ReportJob.class, "report.example.json"))
            .withFile(FileRule.OPTIONAL, CsvCheck.mediaTypes())
            .limited(SLOTS, TIMEOUT, RetryPolicy.STANDARD);
  }

  @Override
  public JobDefinition definition() {
    return definition;
  }

  @Override
  public Class<ReportParameters> parameters() {
    return ReportParameters.class;
  }

  /**
   * A dataset must be there already: a report that was accepted should not fail for a misspelt
   * name. What the columns of a file hold is known only when the job runs.
   */
  @Override
  public void validate(ReportParameters parameters, @Nullable InputFile file, String owner)
      throws InvalidInput {
    String dataset = parameters.dataset();
    if (dataset != null && file != null) {
      throw InvalidInput.at("/dataset", "either a dataset or a file, not both");
    }
    if (dataset == null && file == null) {
      throw InvalidInput.at("/dataset", "a dataset is needed, or a CSV file sent along");
    }
    ReportPlan plan = ReportPlan.of(parameters);
    List<Violation> violations =
        file != null
            ? ReportCheck.ofNames(plan, CsvCheck.head(file, CsvOptions.DETECT))
            : ReportCheck.of(plan, find(Objects.requireNonNull(dataset), owner).columns());
    if (!violations.isEmpty()) {
      throw new InvalidInput(violations);
    }
  }

  private DatasetInfo find(String dataset, String owner) throws InvalidInput {
    return datasets
        .of(owner)
        .find(dataset)
        .orElseThrow(
            () ->
                InvalidInput.at(
                    "/dataset",
                    "there is no dataset named " + dataset + "; its import must have succeeded"));
  }

  @Override
  public void run(ReportParameters parameters, JobContext context) throws Exception {
    ReportPlan plan = ReportPlan.of(parameters);
    String dataset = parameters.dataset();
    if (dataset != null) {
      String title = Objects.requireNonNullElse(parameters.title(), dataset);
      new ReportRun(datasets, context, plan).make(dataset, dataset, title);
      return;
    }
    InputFile file =
        context
            .file()
            .orElseThrow(() -> new PermanentFailure("file-missing", "the CSV file is missing"));
    String name = Objects.requireNonNullElse(file.info().fileName(), "file.csv");
    String title = Objects.requireNonNullElse(parameters.title(), FileName.stem(name));
    JobContext loading = new PhaseContext(context, 0, LOADING_SHARE);
    JobContext writing = new PhaseContext(context, LOADING_SHARE, 1);
    try (TemporaryDataset loaded =
        TemporaryDataset.load(datasets, loading, file, CsvOptions.DETECT)) {
      new ReportRun(datasets, writing, plan).make(loaded.name(), name, title);
    }
  }
}
