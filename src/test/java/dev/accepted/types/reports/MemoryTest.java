package dev.accepted.types.reports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accepted.datasets.Column;
import dev.accepted.datasets.ColumnType;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many rows in each format, in a process whose heap would not hold them. */
class MemoryTest {

  private static final long ROWS = 100_000;
  private static final String HEAP = "-Xmx40m";

  private static final List<Column> COLUMNS =
      List.of(
          new Column("id", ColumnType.INTEGER),
          new Column("price", ColumnType.DECIMAL),
          new Column("day", ColumnType.DATE),
          new Column("words", ColumnType.TEXT));

  /** Writes all formats; its only argument is a folder. */
  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    write(new CsvReport(), folder.resolve("csv"));
    write(new HtmlReport(folder), folder.resolve("html"));
    write(new XlsxReport(), folder.resolve("xlsx"));
    write(new PdfReport(), folder.resolve("pdf"));
  }

  private static void write(ReportWriter writer, Path file) throws IOException {
    PlotSpec spec =
        new PlotSpec(
            PlotSpec.Kind.LINE, 0, COLUMNS.get(0), 1, COLUMNS.get(1), PlotSpec.Merge.AVERAGE);
    PlotData plot = spec.collect();
    GeneratedRows cursor = new GeneratedRows(COLUMNS, ROWS, MemoryTest::cell);
    Report report = new Report("Many", List.of(), Instant.EPOCH, List.of(), Optional.of(plot));
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      writer.write(report, new ReportRows(cursor, List.of(plot)), out);
    }
  }

  private static Object cell(long row, int column) {
    return switch (column) {
      case 0 -> row;
      case 1 -> BigDecimal.valueOf(row * 37 % 1_000_003, 2);
      case 2 -> LocalDate.EPOCH.plusDays(row % 20_000);
      default -> "a text of its own, number " + row + ", which no other row has";
    };
  }

  @Test
  void rowsPassThrough(@TempDir Path folder) throws Exception {
    Path output = folder.resolve("output");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                HEAP,
                "-Djava.awt.headless=true",
                "-cp",
                System.getProperty("java.class.path"),
                MemoryTest.class.getName(),
                folder.toString())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    boolean ended = process.waitFor(3, TimeUnit.MINUTES);
    process.destroyForcibly();
    assertThat(ended).isTrue();
    assertThat(process.exitValue()).as(Files.readString(output)).isZero();
    for (String format : List.of("csv", "html", "xlsx", "pdf")) {
      assertThat(folder.resolve(format)).isNotEmptyFile();
    }
  }
}
