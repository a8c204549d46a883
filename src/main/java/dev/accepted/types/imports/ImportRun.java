package dev.accepted.types.imports;

import dev.accepted.datasets.DatasetInfo;
import dev.accepted.datasets.DatasetLoad;
import dev.accepted.datasets.Datasets;
import dev.accepted.datasets.LoadMode;
import dev.accepted.datasets.LoadRefused;
import dev.accepted.datasets.LoadSummary;
import dev.accepted.datasets.csv.CsvLoad;
import dev.accepted.datasets.csv.CsvOptions;
import dev.accepted.job.InputFile;
import dev.accepted.job.InvalidInput;
import dev.accepted.job.JobContext;
import dev.accepted.job.PermanentFailure;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

/** One attempt at an import. */
final class ImportRun {

  private final Datasets datasets;
  private final ImportParameters parameters;
  private final JobContext context;
  private Optional<DatasetLoad> begun = Optional.empty();

  ImportRun(Datasets datasets, ImportParameters parameters, JobContext context) {
    this.datasets = datasets;
    this.parameters = parameters;
    this.context = context;
  }

  void run() throws IOException, InvalidInput, PermanentFailure {
    try {
      DatasetLoad load = load();
      LoadSummary summary = load.complete();
      context.log(
          "%d rows in %s, %d left out"
              .formatted(summary.rows(), summary.dataset(), summary.rejected()));
      RejectedFile.write(load, context);
      try (OutputStream result = context.result("application/json", null)) {
        ImportResult.write(summary, result);
      }
    } catch (LoadRefused e) {
      begun.ifPresent(DatasetLoad::discard);
      throw new PermanentFailure("import-" + e.code(), String.valueOf(e.getMessage()));
    } catch (PermanentFailure e) {
      giveUp();
      throw e;
    }
  }

  /** The load with all of its rows, be they stored by this attempt or by an earlier one. */
  private DatasetLoad load() throws IOException, InvalidInput, PermanentFailure, LoadRefused {
    begun = datasets.resume(context.id());
    if (begun.isPresent() && begun.get().isComplete()) {
      context.log("already loaded by an earlier attempt");
      return begun.get();
    }
    InputFile file =
        context
            .file()
            .orElseThrow(() -> new PermanentFailure("import-no-file", "an import needs a file"));
    CsvLoad csv = new CsvLoad(file, options(), context);
    DatasetLoad load = begun.isPresent() ? begun.get() : begin(csv);
    begun = Optional.of(load);
    if (load.position().records() > 0) {
      context.log("%d rows are there from an earlier attempt".formatted(load.position().rows()));
    }
    csv.storeInto(load, datasets.mostRows());
    return load;
  }

  private DatasetLoad begin(CsvLoad csv) throws IOException, PermanentFailure, LoadRefused {
    return datasets
        .of(context.owner())
        .begin(context.id(), parameters.dataset(), parameters.loadMode(), csv.columns());
  }

  private CsvOptions options() throws InvalidInput {
    CsvOptions options = parameters.options();
    Optional<DatasetInfo> present =
        parameters.loadMode() == LoadMode.APPEND
            ? datasets.of(context.owner()).find(parameters.dataset())
            : Optional.empty();
    return present.map(info -> options.following(info.columns())).orElse(options);
  }

  /** Keeps the rejected rows for people to look at; a retry begins anew. */
  private void giveUp() throws IOException {
    if (begun.isPresent()) {
      RejectedFile.write(begun.get(), context);
      begun.get().discard();
    }
  }
}
