package dev.accepted.datasets.csv;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;

/** The records of a file, one after the other. */
final class CsvRecords implements AutoCloseable {

  /** A field beyond this is an error: it is nearly always a quote that was never closed. */
  private static final int MOST_FIELD_CHARACTERS = 4 << 20;

  private static final int MOST_RECORD_CHARACTERS = 16 << 20;

  /** PostgreSQL takes 1,600 columns, one of which is a row's number. */
  private static final int MOST_FIELDS = 1_500;

  private final CountingStream bytes;
  private final RawLines raw;
  private final CsvReader<CsvRecord> reader;
  private final Iterator<CsvRecord> records;

  private CsvRecords(CountingStream bytes, CsvFormat format) {
    this.bytes = bytes;
    raw = new RawLines(new InputStreamReader(bytes, format.decoder()));
    reader =
        parser(format.delimiter())
            .build(
                CsvRecordHandler.of(
                    limits ->
                        limits
                            .maxFields(MOST_FIELDS)
                            .maxFieldSize(MOST_FIELD_CHARACTERS)
                            .maxRecordSize(MOST_RECORD_CHARACTERS)),
                raw);
    records = reader.iterator();
  }

  static CsvRecords open(Path file, CsvFormat format) throws IOException {
    CountingStream bytes = new CountingStream(Files.newInputStream(file));
    bytes.skipNBytes(format.skip());
    return new CsvRecords(bytes, format);
  }

  /**
   * Lenient where spreadsheets are: a record may have any number of fields. What follows a closing
   * quote is taken too; the library means to end that, and has nothing in its place.
   */
  @SuppressWarnings("removal")
  static CsvReader.CsvReaderBuilder parser(char delimiter) {
    return CsvReader.builder()
        .fieldSeparator(delimiter)
        .commentStrategy(CommentStrategy.NONE)
        .skipEmptyLines(true)
        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
        .allowExtraCharsAfterClosingQuote(true)
        .maxBufferSize(MOST_RECORD_CHARACTERS)
        .detectBomHeader(false);
  }

  /**
   * True if there is another record.
   *
   * @throws de.siegmar.fastcsv.reader.CsvParseException if the file is not CSV from here on
   */
  boolean hasNext() {
    return records.hasNext();
  }

  CsvRecord next() {
    CsvRecord record = records.next();
    raw.reached(record.getStartingLineNumber());
    return record;
  }

  /** The record that was read last, as it stands in the file. */
  String raw(CsvRecord record) {
    long lines = 1;
    for (String field : record.getFields()) {
      lines += field.lines().count() - (endsInLine(field) ? 0 : 1);
    }
    return raw.lines(record.getStartingLineNumber(), lines);
  }

  private static boolean endsInLine(String field) {
    return field.isEmpty() || field.endsWith("\n") || field.endsWith("\r");
  }

  /** How many bytes of the file were read; somewhat ahead of the records. */
  long bytesRead() {
    return bytes.count;
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }

  /** Counts what is read through it. */
  private static final class CountingStream extends FilterInputStream {

    private long count;

    CountingStream(InputStream in) {
      super(new BufferedInputStream(in, 1 << 16));
    }

    @Override
    public int read() throws IOException {
      int next = super.read();
      count += next < 0 ? 0 : 1;
      return next;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int read = super.read(buffer, offset, length);
      count += Math.max(read, 0);
      return read;
    }
  }
}
