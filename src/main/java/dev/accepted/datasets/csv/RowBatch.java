package dev.accepted.datasets.csv;

import de.siegmar.fastcsv.reader.CsvRecord;
import dev.accepted.datasets.DatasetLoad;
import dev.accepted.datasets.RejectedRow;
import dev.accepted.datasets.RowTooWide;
import dev.accepted.datasets.csv.RowReader.BadRow;
import dev.accepted.job.JobContext;
import dev.accepted.job.PermanentFailure;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows that go to the database in one transaction. */
final class RowBatch {

  private static final int MOST_ROWS = 10_000;
  private static final long MOST_CHARACTERS = 4 << 20;
  private static final int MOST_RAW_CHARACTERS = 100_000;
  private static final int LOGGED = 5;

  /** PostgreSQL keeps no text with the character U+0000: its picture stands for it. */
  private static final char SHOWN_NUL = '\u2400';

  private final DatasetLoad load;
  private final long mostRows;
  private final long maxRejected;
  private final JobContext context;
  private final List<@Nullable Object[]> rows = new ArrayList<>();
  private final List<RejectedRow> rejected = new ArrayList<>();
  private long characters;

  RowBatch(DatasetLoad load, long mostRows, long maxRejected, JobContext context) {
    this.load = load;
    this.mostRows = mostRows;
    this.maxRejected = maxRejected;
    this.context = context;
  }

  /** Takes a record, as a row or as one that is left out. */
  void add(CsvRecords records, CsvRecord record, RowReader reader) throws PermanentFailure {
    try {
      rows.add(reader.row(record));
    } catch (BadRow bad) {
      reject(records, record, bad.reason());
    }
    for (String field : record.getFields()) {
      characters += field.length();
    }
  }

  private void reject(CsvRecords records, CsvRecord record, String reason) throws PermanentFailure {
    String raw = records.raw(record).replace('\0', SHOWN_NUL);
    RejectedRow row =
        new RejectedRow(
            record.getStartingLineNumber(),
            reason,
            raw.length() > MOST_RAW_CHARACTERS ? raw.substring(0, MOST_RAW_CHARACTERS) : raw);
    rejected.add(row);
    long count = load.position().rejected() + rejected.size();
    if (count <= LOGGED) {
      context.log("line %d left out: %s".formatted(row.line(), reason));
    }
    if (count > maxRejected) {
      store();
      throw new PermanentFailure(
          "import-too-many-rejected",
          "more than %d rows don't fit, the last of them in line %d: %s"
              .formatted(maxRejected, row.line(), reason));
    }
  }

  boolean isFull() {
    return rows.size() + rejected.size() >= MOST_ROWS || characters >= MOST_CHARACTERS;
  }

  /** Stores what has gathered, if anything has. */
  void store() throws PermanentFailure {
    if (load.position().rows() + rows.size() > mostRows) {
      throw new PermanentFailure(
          "import-too-many-rows", "more than %d rows are not taken at once".formatted(mostRows));
    }
    if (!rows.isEmpty() || !rejected.isEmpty()) {
      append();
      rows.clear();
      rejected.clear();
      characters = 0;
    }
  }

  private void append() throws PermanentFailure {
    try {
      load.append(rows, rejected);
    } catch (RowTooWide e) {
      throw new PermanentFailure(
          "import-too-wide", "of %d columns, %s".formatted(load.columns().size(), e.getMessage()));
    }
  }
}
