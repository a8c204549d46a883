package dev.accepted.types.reports;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.accepted.datasets.Column;
import dev.accepted.datasets.csv.SpreadsheetText;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * CSV after RFC 4180, in UTF-8, with a header; values in full, dates in ISO 8601. It has neither
 * title nor plot.
 *
 * <p>No text in it is a formula to a spreadsheet; see {@link SpreadsheetText}.
 */
final class CsvReport implements ReportWriter {

  @Override
  public void write(Report report, ReportRows rows, OutputStream out) throws IOException {
    Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text);
    csv.writeRecord(
        rows.columns().stream().map(Column::name).map(SpreadsheetText::harmless).toList());
    int width = rows.columns().size();
    String[] fields = new String[width];
    while (rows.next()) {
      for (int column = 0; column < width; column++) {
        fields[column] = field(rows.value(column));
      }
      csv.writeRecord(fields);
    }
    csv.flush();
  }

  private static String field(@Nullable Object value) {
    if (value instanceof String text) {
      return SpreadsheetText.harmless(text);
    }
    if (value instanceof BigDecimal number) {
      return number.toPlainString();
    }
    return value == null ? "" : value.toString();
  }
}
