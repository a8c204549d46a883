package dev.accepted.types.reports;

import static java.util.stream.Collectors.averagingDouble;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingLong;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.accepted.datasets.Datasets;
import dev.accepted.job.ContentInfo;
import dev.accepted.job.JobStopped;
import dev.accepted.job.PermanentFailure;
import dev.accepted.job.Progress;
import dev.accepted.job.RecordingContext;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole reports, their figures held against a plain aggregation over the same file. */
class ReportJobTest {

  private static final String FLIGHTS_BY_ORIGIN =
      """
      {"dataset": "flights", "format": "%s", "title": "Flights by origin", "groupBy": ["origin"],
       "aggregates": [{"fn": "sum", "column": "count", "as": "flights"}, {"fn": "count"}],
       "sort": [{"column": "flights", "desc": true}, {"column": "origin"}],
       "chart": {"kind": "bar", "x": "origin", "y": "flights"}}
      """;

  private static Datasets datasets;
  private static Map<String, Long> flights;

  private RecordingContext context;

  @BeforeAll
  static void load(@TempDir Path folder) throws Exception {
    datasets = Vega.load(folder);
    flights =
        Vega.records("flights-airport.csv").stream()
            .collect(
                groupingBy(
                    row -> row.getField("origin"),
                    TreeMap::new,
                    summingLong(row -> Long.parseLong(row.getField("count")))));
  }

  @AfterAll
  static void close() {
    datasets.close();
  }

  @BeforeEach
  void begin(@TempDir Path folder) {
    context = new RecordingContext(folder);
  }

  private void run(String json) throws Exception {
    new ReportJob(datasets).run(Json.parameters(json), context);
  }

  @Test
  void aPdfShowsTheFiguresAndThePlot() throws Exception {
    run(FLIGHTS_BY_ORIGIN.formatted("pdf"));
    ContentInfo info = context.result().info();
    assertThat(info.mediaType()).isEqualTo("application/pdf");
    assertThat(info.fileName()).isEqualTo("flights-by-origin.pdf");
    try (PDDocument pdf = Loader.loadPDF(context.result().path().toFile())) {
      String text = new PDFTextStripper().getText(pdf);
      assertThat(text).contains("Flights by origin", "Source: flights", "Grouped by: origin");
      assertThat(text).contains("The 24 largest of " + flights.size() + " values of origin");
      assertThat(text).contains("Page 1 of " + pdf.getNumberOfPages());
      flights.forEach((origin, sum) -> assertThat(text).containsPattern(origin + " " + sum + " "));
    }
  }

  @Test
  void anHtmlPageShowsTheFiguresAndThePlot() throws Exception {
    run(FLIGHTS_BY_ORIGIN.formatted("html"));
    assertThat(context.result().info().mediaType()).isEqualTo("text/html; charset=utf-8");
    Document page = Jsoup.parse(context.result().text());
    Map<String, Long> shown = new TreeMap<>();
    for (Element row : page.select("tbody tr")) {
      shown.put(row.child(0).text(), Long.parseLong(row.child(1).text()));
    }
    assertThat(shown).isEqualTo(flights);
    assertThat(page.select("figure svg[role=img]")).hasSize(1);
    assertThat(page.select("figcaption").text()).contains("24 largest of " + flights.size());
  }

  @Test
  void aWorkbookHoldsTheFigures() throws Exception {
    run(FLIGHTS_BY_ORIGIN.formatted("xlsx"));
    assertThat(context.result().info().fileName()).isEqualTo("flights-by-origin.xlsx");
    try (InputStream in = Files.newInputStream(context.result().path());
        ReadableWorkbook workbook = new ReadableWorkbook(in)) {
      List<Row> rows = workbook.getFirstSheet().read();
      Map<String, Long> shown = new TreeMap<>();
      for (Row row : rows.subList(1, rows.size())) {
        shown.put(row.getCellText(0), row.getCellAsNumber(1).orElseThrow().longValueExact());
      }
      assertThat(shown).isEqualTo(flights);
    }
    assertThat(context.log()).anyMatch(line -> line.contains("pdf and html only"));
  }

  @Test
  void averagesOfDecimalsAreRight() throws Exception {
    Map<String, Double> expected =
        Vega.records("seattle-weather.csv").stream()
            .filter(row -> row.getField("date").compareTo("2014-01-01") >= 0)
            .collect(
                groupingBy(
                    row -> row.getField("weather"),
                    averagingDouble(row -> Double.parseDouble(row.getField("temp_max")))));
    run(
        """
        {"dataset": "weather", "format": "csv", "groupBy": ["weather"],
         "filters": [{"column": "date", "op": "ge", "value": "2014-01-01"}],
         "aggregates": [{"fn": "avg", "column": "temp_max"}]}
        """);
    List<NamedCsvRecord> rows = csv();
    assertThat(rows).hasSize(expected.size());
    for (NamedCsvRecord row : rows) {
      assertThat(Double.parseDouble(row.getField("avg_temp_max")))
          .isCloseTo(expected.get(row.getField("weather")), within(1e-9));
    }
  }

  private List<NamedCsvRecord> csv() throws Exception {
    try (CsvReader<NamedCsvRecord> csv =
        CsvReader.builder().ofNamedCsvRecord(context.result().path())) {
      return csv.stream().toList();
    }
  }

  @Test
  void columnsFiltersAndOrderAreFollowed() throws Exception {
    run(
        """
        {"dataset": "strikes", "format": "csv", "limit": 5,
         "columns": ["Origin State", "Cost Total $"],
         "filters": [{"column": "Origin State", "op": "in", "value": ["Texas", "Ohio"]},
                     {"column": "Cost Total $", "op": "between", "value": [1000, 200000]}],
         "sort": [{"column": "Cost Total $", "desc": true}]}
        """);
    List<BigDecimal> expected =
        Vega.records("birdstrikes.csv").stream()
            .filter(row -> List.of("Texas", "Ohio").contains(row.getField("Origin State")))
            .map(row -> new BigDecimal(row.getField("Cost Total $")))
            .filter(cost -> cost.longValue() >= 1000 && cost.longValue() <= 200_000)
            .sorted((one, other) -> other.compareTo(one))
            .limit(5)
            .toList();
    assertThat(csv())
        .extracting(row -> new BigDecimal(row.getField("Cost Total $")))
        .isEqualTo(expected);
    assertThat(csv().get(0).getFieldCount()).isEqualTo(2);
  }

  @Test
  void aFileSentAlongIsReportedOn() throws Exception {
    context.with(Vega.file("stocks.csv"), "text/csv");
    run(
        """
        {"groupBy": ["symbol"], "aggregates": [{"fn": "count"}], "format": "csv",
         "sort": [{"column": "symbol"}]}
        """);
    assertThat(context.result().info().fileName()).isEqualTo("stocks.csv");
    Map<String, Long> expected =
        Vega.records("stocks.csv").stream()
            .collect(groupingBy(row -> row.getField("symbol"), TreeMap::new, summingLong(r -> 1)));
    Map<String, Long> shown = new TreeMap<>();
    csv().forEach(row -> shown.put(row.getField(0), Long.parseLong(row.getField(1))));
    assertThat(shown).isEqualTo(expected);
    assertThat(context.progress().stream().map(Progress::percent)).isSorted().endsWith(100);
    assertThat(datasets.of(RecordingContext.OWNER).list()).hasSize(3);
  }

  @Test
  void progressCountsRows() throws Exception {
    run("{\"dataset\": \"strikes\", \"format\": \"csv\"}");
    assertThat(context.progress()).contains(new Progress(5000, 10_000, "rows", "writing"));
    assertThat(context.progress().stream().map(Progress::percent)).isSorted().endsWith(100);
  }

  @Test
  void aReportStopsWhenItIsTold() {
    context.stop();
    assertThatThrownBy(() -> run("{\"dataset\": \"strikes\"}")).isInstanceOf(JobStopped.class);
  }

  @Test
  void aDatasetRemovedMeanwhileIsAPermanentFailure() {
    assertThatThrownBy(() -> run("{\"dataset\": \"gone\"}"))
        .isInstanceOfSatisfying(
            PermanentFailure.class,
            failure -> assertThat(failure.code()).isEqualTo("dataset-missing"));
  }

  @Test
  void nothingFoundIsAReportToo() throws Exception {
    run(
        """
        {"dataset": "flights", "filters": [{"column": "origin", "op": "eq", "value": "none"}],
         "chart": {"kind": "pie", "x": "origin", "y": "count"}}
        """);
    try (PDDocument pdf = Loader.loadPDF(context.result().path().toFile())) {
      assertThat(new PDFTextStripper().getText(pdf)).contains("No row matches");
    }
  }
}
