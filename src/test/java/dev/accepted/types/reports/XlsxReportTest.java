package dev.accepted.types.reports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accepted.datasets.Column;
import dev.accepted.datasets.ColumnType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Workbooks, read back. */
class XlsxReportTest {

  private static final List<Column> COLUMNS =
      List.of(
          new Column("whole", ColumnType.INTEGER),
          new Column("part", ColumnType.DECIMAL),
          new Column("day", ColumnType.DATE),
          new Column("moment", ColumnType.TIMESTAMP),
          new Column("yes", ColumnType.BOOLEAN),
          new Column("text", ColumnType.TEXT));

  @TempDir Path folder;

  private static byte[] workbook() throws IOException {
    return Written.bytes(
        new XlsxReport(),
        "Types",
        GeneratedRows.of(
            COLUMNS,
            List.of(
                List.of(
                    42L,
                    new BigDecimal("0.1"),
                    LocalDate.of(2026, 11, 21),
                    LocalDateTime.of(2026, 11, 21, 20, 41, 7),
                    true,
                    "=HYPERLINK(\"http://x\")"),
                Arrays.asList(
                    1_234_567_890_123_456_789L,
                    null,
                    LocalDate.of(1789, 7, 14),
                    null,
                    null,
                    "b\u0000 & <c>"))));
  }

  @Test
  void cellsHaveTheirTypes() throws IOException {
    try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(workbook()))) {
      Row row = workbook.getFirstSheet().read().get(1);
      assertThat(row.getCellAsNumber(0)).contains(new BigDecimal("42"));
      assertThat(row.getCellAsNumber(1)).contains(new BigDecimal("0.1"));
      assertThat(row.getCellAsDate(2)).contains(LocalDateTime.of(2026, 11, 21, 0, 0));
      assertThat(row.getCellAsDate(3)).contains(LocalDateTime.of(2026, 11, 21, 20, 41, 7));
      assertThat(row.getCellAsBoolean(4)).contains(true);
      assertThat(row.getCell(5).getType()).isEqualTo(CellType.STRING);
      assertThat(row.getCellText(5)).isEqualTo("=HYPERLINK(\"http://x\")");
    }
  }

  @Test
  void whatASpreadsheetWouldChangeIsText() throws IOException {
    try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(workbook()))) {
      Row row = workbook.getFirstSheet().read().get(2);
      assertThat(row.getCellText(0)).isEqualTo("1234567890123456789");
      assertThat(row.getCell(0).getType()).isEqualTo(CellType.STRING);
      assertThat(row.getCellText(2)).isEqualTo("1789-07-14");
      assertThat(row.getCellText(5)).endsWith(" & <c>").startsWith("b");
    }
  }

  @Test
  void spacesAtTheEndsOfATextStay() throws IOException {
    List<Column> columns = List.of(new Column("text", ColumnType.TEXT));
    GeneratedRows rows = GeneratedRows.of(columns, List.of(List.of("  code ")));
    byte[] workbook = Written.bytes(new XlsxReport(), "Spaces", rows);
    assertThat(part(workbook, "xl/worksheets/sheet1.xml"))
        .contains("<t xml:space=\"preserve\">  code </t>");
  }

  @Test
  void theHeaderIsFrozenAndFiltersAndDatesAreFormatted() throws IOException {
    byte[] workbook = workbook();
    assertThat(part(workbook, "xl/worksheets/sheet1.xml"))
        .contains("state=\"frozen\"", "<autoFilter ref=\"A1:F3\">");
    assertThat(part(workbook, "xl/styles.xml"))
        .contains("yyyy-mm-dd hh:mm:ss", "yyyy-mm-dd\"", "<b/>");
  }

  private String part(byte[] workbook, String name) throws IOException {
    Path file = Files.write(folder.resolve("report.xlsx"), workbook);
    try (ZipFile zip = new ZipFile(file.toFile())) {
      ZipEntry entry = Objects.requireNonNull(zip.getEntry(name), name);
      return new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void aFullSheetIsFollowedByAnother() throws IOException {
    List<Column> columns = List.of(new Column("n", ColumnType.INTEGER));
    byte[] bytes =
        Written.bytes(
            new XlsxReport(11), "Long", new GeneratedRows(columns, 25, (row, column) -> row));
    try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(bytes))) {
      assertThat(workbook.getSheets().map(Sheet::getName))
          .containsExactly("Report", "Report 2", "Report 3", "About");
      Sheet third = workbook.getSheet(2).orElseThrow();
      assertThat(third.read().stream().map(row -> row.getCellText(0)))
          .containsExactly("n", "20", "21", "22", "23", "24");
      assertThat(workbook.getSheet(3).orElseThrow().read().toString()).contains("Rows: 25");
    }
  }

  @Test
  void asManyRowsAsASheetHoldsNeedOneSheet() throws IOException {
    List<Column> columns = List.of(new Column("n", ColumnType.INTEGER));
    byte[] bytes =
        Written.bytes(
            new XlsxReport(11), "Just", new GeneratedRows(columns, 10, (row, column) -> row));
    try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(bytes))) {
      assertThat(workbook.getSheets().map(Sheet::getName)).containsExactly("Report", "About");
    }
  }
}
