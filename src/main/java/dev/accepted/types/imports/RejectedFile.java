package dev.accepted.types.imports;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import dev.accepted.datasets.DatasetLoad;
import dev.accepted.datasets.csv.SpreadsheetText;
import dev.accepted.job.JobContext;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * The file {@code rejected.csv}: the rows that were left out, each as it stands in the file that
 * came.
 *
 * <p>A spreadsheet takes a cell that begins with {@code =} for a formula, so raw text that begins
 * like one gets an apostrophe before it ({@link SpreadsheetText}). The rest of the row stays as it
 * is: within the cell, it is no formula. (It is several cells to a spreadsheet that is told to
 * split this file at something else than commas.)
 */
final class RejectedFile {

  private static final String NAME = "rejected.csv";

  private RejectedFile() {}

  static void write(DatasetLoad load, JobContext context) throws IOException {
    if (load.position().rejected() == 0) {
      return;
    }
    try (CsvWriter csv =
        CsvWriter.builder()
            .quoteStrategy(QuoteStrategies.NON_EMPTY)
            .build(context.file(NAME, "text/csv;charset=UTF-8"), StandardCharsets.UTF_8)) {
      csv.writeRecord("line", "reason", "raw");
      load.rejected(
          row ->
              csv.writeRecord(
                  String.valueOf(row.line()),
                  SpreadsheetText.harmless(row.reason()),
                  SpreadsheetText.harmless(row.raw())));
    }
  }
}
