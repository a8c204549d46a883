package dev.accepted.types.reports;

import dev.accepted.datasets.Column;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.RichText;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * A workbook: typed cells, the header frozen and filterable, a new sheet when one is full, and a
 * last sheet that says what the rows are. It has no plot.
 *
 * <p>Text is written as text, so none of it is ever a formula. What a spreadsheet can't hold as a
 * number or date without changing it - more than 15 digits, a day before 1900-03-01 - is text, too.
 */
final class XlsxReport implements ReportWriter {

  /** Rows of a sheet, by the format's definition. */
  static final int SHEET_ROWS = 1_048_576;

  private static final int FLUSH_EVERY = 1_000;
  private static final int LONGEST_TEXT = 32_767;
  private static final long EXACT_DIGITS = 999_999_999_999_999L;
  private static final LocalDate FIRST_DAY = LocalDate.of(1900, 3, 1);
  private static final double NARROWEST = 8;
  private static final double WIDEST = 60;

  private final int sheetRows;

  XlsxReport() {
    this(SHEET_ROWS);
  }

  /** For tests: with smaller sheets. */
  XlsxReport(int sheetRows) {
    this.sheetRows = sheetRows;
  }

  @Override
  public void write(Report report, ReportRows rows, OutputStream out) throws IOException {
    // The library warns of its default "1.0" only: version is "XX.YYYY" by the format's definition.
    Workbook workbook = new Workbook(out, "Accepted", "01.0000");
    workbook.setCompressionLevel(4);
    workbook.properties().setTitle(report.title());
    List<CellText> texts = CellText.of(report, rows);
    boolean more = rows.next();
    for (int number = 1; number == 1 || more; number++) {
      Worksheet sheet = workbook.newWorksheet(number == 1 ? "Report" : "Report " + number);
      more = fill(sheet, rows, texts, more);
    }
    describe(workbook.newWorksheet("About"), report, rows.count());
    workbook.finish();
  }

  /** Writes rows from the current one on; true if the sheet is full and a current one is left. */
  private boolean fill(Worksheet sheet, ReportRows rows, List<CellText> texts, boolean current)
      throws IOException {
    List<Column> columns = rows.columns();
    for (int i = 0; i < columns.size(); i++) {
      sheet.inlineString(0, i, text(columns.get(i).name()));
      sheet.style(0, i).bold().set();
      sheet.width(i, width(columns.get(i), rows.sample(i), texts.get(i)));
    }
    sheet.freezePane(0, 1);
    sheet.repeatRows(0);
    sheet.paperSize(PaperSize.A4_PAPER);
    sheet.fitToWidth((short) 1);
    sheet.fitToHeight((short) 0);
    int row = 1;
    boolean more = current;
    for (; more && row < sheetRows; row++, more = rows.next()) {
      for (int i = 0; i < columns.size(); i++) {
        cell(sheet, row, i, rows.value(i));
      }
      if (row % FLUSH_EVERY == 0) {
        sheet.flush();
      }
    }
    sheet.setAutoFilter(0, 0, row - 1, columns.size() - 1);
    sheet.finish();
    return more;
  }

  private static double width(Column column, List<Object> sample, CellText text) {
    int longest = column.name().length() + 2;
    for (Object value : sample) {
      longest = Math.max(longest, text.of(value).length());
    }
    return Math.max(NARROWEST, Math.min(WIDEST, longest + 1.5));
  }

  private static void cell(Worksheet sheet, int row, int column, @Nullable Object value) {
    if (value instanceof Long number && Math.abs(number) <= EXACT_DIGITS) {
      sheet.value(row, column, number);
    } else if (value instanceof BigDecimal number) {
      sheet.value(row, column, number);
    } else if (value instanceof Boolean bool) {
      sheet.value(row, column, bool);
    } else if (value instanceof LocalDate day && !day.isBefore(FIRST_DAY)) {
      sheet.value(row, column, day);
      sheet.style(row, column).format("yyyy-mm-dd").set();
    } else if (value instanceof LocalDateTime time && !time.toLocalDate().isBefore(FIRST_DAY)) {
      sheet.value(row, column, time);
      sheet.style(row, column).format("yyyy-mm-dd hh:mm:ss").set();
    } else if (value != null) {
      text(sheet, row, column, text(value.toString()));
    }
  }

  /** Spaces at a text's ends are kept by spreadsheets only if they are marked, as rich text is. */
  private static void text(Worksheet sheet, int row, int column, String text) {
    if (text.equals(text.strip())) {
      sheet.inlineString(row, column, text);
    } else {
      sheet.inlineString(row, column, RichText.builder().run(text).end().build());
    }
  }

  private static String text(String text) {
    return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT - 1) + "…";
  }

  private static void describe(Worksheet sheet, Report report, long count) throws IOException {
    int row = 0;
    sheet.width(0, WIDEST);
    sheet.inlineString(row, 0, text(report.title()));
    sheet.style(row++, 0).bold().set();
    for (String fact : report.facts()) {
      sheet.inlineString(row++, 0, text(fact));
    }
    sheet.inlineString(row++, 0, "Rows: " + count);
    sheet.inlineString(row, 0, "Made at " + report.createdAt() + " by Accepted");
    sheet.finish();
  }
}
