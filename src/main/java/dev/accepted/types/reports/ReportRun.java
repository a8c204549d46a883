package dev.accepted.types.reports;

import dev.accepted.datasets.Column;
import dev.accepted.datasets.Datasets;
import dev.accepted.datasets.InvalidQuery;
import dev.accepted.datasets.NoSuchDataset;
import dev.accepted.datasets.OwnedDatasets;
import dev.accepted.datasets.Query;
import dev.accepted.datasets.Query.Aggregate;
import dev.accepted.datasets.Query.Function;
import dev.accepted.datasets.RowCursor;
import dev.accepted.job.InvalidInput.Violation;
import dev.accepted.job.JobContext;
import dev.accepted.job.PermanentFailure;
import dev.accepted.job.Progress;
import dev.accepted.types.reports.PlotSpec.Kind;
import dev.accepted.types.reports.PlotSpec.Merge;
import dev.accepted.types.reports.ReportParameters.ChartParameter;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/** One report being made of one dataset. */
final class ReportRun {

  private static final int TELL_EVERY = 500;

  private final OwnedDatasets datasets;
  private final JobContext context;
  private final ReportPlan plan;

  ReportRun(Datasets datasets, JobContext context, ReportPlan plan) {
    this.datasets = datasets.of(context.owner());
    this.context = context;
    this.plan = plan;
  }

  /**
   * Makes it.
   *
   * @param dataset its name, or that of a temporary one
   * @param source what to call it in the report
   */
  void make(String dataset, String source, String title) throws IOException, PermanentFailure {
    try {
      check(dataset);
      long total = plan.isPlain() ? count(dataset) : 0;
      context.progress(new Progress(0, total, "rows", plan.isPlain() ? "reading" : "grouping"));
      try (RowCursor cursor = datasets.query(dataset, plan.query())) {
        write(cursor, total, QueryWords.of(plan.query(), source), title);
      }
    } catch (InvalidQuery invalid) {
      throw new PermanentFailure("invalid-query", String.valueOf(invalid.getMessage()));
    } catch (NoSuchDataset gone) {
      throw new PermanentFailure("dataset-missing", String.valueOf(gone.getMessage()));
    }
  }

  /** The columns may be others than when the report was submitted, or unknown until now. */
  private void check(String dataset) throws PermanentFailure, InvalidQuery, NoSuchDataset {
    Query first = new Query(List.of(), List.of(), List.of(), List.of(), List.of(), 1);
    try (RowCursor row = datasets.query(dataset, first)) {
      List<Violation> violations = ReportCheck.of(plan, row.columns());
      if (!violations.isEmpty()) {
        List<String> details =
            violations.stream().map(each -> each.pointer() + ": " + each.detail()).toList();
        throw new PermanentFailure("invalid-query", String.join("; ", details));
      }
    }
  }

  private long count(String dataset) throws InvalidQuery, NoSuchDataset {
    Aggregate count = new Aggregate(Function.COUNT, null, "rows");
    Query query =
        new Query(List.of(), plan.query().filters(), List.of(), List.of(count), List.of(), 0);
    try (RowCursor row = datasets.query(dataset, query)) {
      long rows = row.next() && row.value(0) instanceof Long number ? number : 0;
      long limit = plan.query().limit();
      return limit == 0 ? rows : Math.min(rows, limit);
    }
  }

  private void write(RowCursor cursor, long total, List<String> facts, String title)
      throws IOException {
    Optional<PlotData> plot = plot(cursor.columns());
    List<Consumer<RowCursor>> observers = new ArrayList<>();
    observers.add(new Told(total));
    plot.ifPresent(observers::add);
    ReportRows rows = new ReportRows(cursor, observers);
    Report report = new Report(title, facts, context.clock().instant(), rounded(), plot);
    ReportFormat format = plan.format();
    try (OutputStream out =
        new BufferedOutputStream(
            context.result(format.mediaType(), FileName.of(title, format)), 1 << 16)) {
      writer().write(report, rows, out);
    }
    context.progress(new Progress(rows.count(), rows.count(), "rows", "written"));
    context.log("wrote " + rows.count() + " rows as " + format.extension());
    plot.ifPresent(data -> data.notes().forEach(context::log));
  }

  private ReportWriter writer() throws IOException {
    return switch (plan.format()) {
      case PDF -> new PdfReport();
      case XLSX -> new XlsxReport();
      case HTML -> new HtmlReport(context.workDirectory());
      case CSV -> new CsvReport();
    };
  }

  private List<String> rounded() {
    return plan.query().aggregates().stream()
        .filter(each -> each.function() == Function.AVG || each.function() == Function.MEDIAN)
        .map(Aggregate::as)
        .toList();
  }

  private Optional<PlotData> plot(List<Column> columns) {
    if (plan.chart().isPresent() && !plan.format().showsPlots()) {
      context.log("a plot is drawn in pdf and html only; it is left out");
      return Optional.empty();
    }
    return plan.chart().map(chart -> spec(chart, columns).collect());
  }

  private PlotSpec spec(ChartParameter chart, List<Column> columns) {
    List<String> names = columns.stream().map(Column::name).toList();
    int x = names.indexOf(chart.x());
    int y = names.indexOf(chart.y());
    Kind kind = Kind.valueOf(chart.kind().toUpperCase(Locale.ROOT));
    return new PlotSpec(kind, x, columns.get(x), y, columns.get(y), merge(chart.y(), kind));
  }

  private Merge merge(String y, Kind kind) {
    Optional<Aggregate> aggregate =
        plan.query().aggregates().stream().filter(each -> each.as().equals(y)).findFirst();
    if (aggregate.isEmpty()) {
      return kind == Kind.LINE ? Merge.AVERAGE : Merge.ADD;
    }
    return switch (aggregate.get().function()) {
      case COUNT, SUM -> Merge.ADD;
      case AVG, MEDIAN -> Merge.AVERAGE;
      case MIN -> Merge.LEAST;
      case MAX -> Merge.GREATEST;
    };
  }

  /** Tells how far the report has come, and stops it when it is to stop. */
  private final class Told implements Consumer<RowCursor> {
    private final long total;
    private long rows;

    Told(long total) {
      this.total = total;
    }

    @Override
    public void accept(RowCursor row) {
      if (++rows % TELL_EVERY == 0) {
        // A row more than were counted: somebody has appended meanwhile.
        long known = total == 0 ? 0 : Math.max(total, rows);
        context.progress(new Progress(rows, known, "rows", "writing"));
      }
    }
  }
}
