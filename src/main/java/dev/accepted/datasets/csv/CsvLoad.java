package dev.accepted.datasets.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.accepted.datasets.Column;
import dev.accepted.datasets.DatasetLoad;
import dev.accepted.job.InputFile;
import dev.accepted.job.JobContext;
import dev.accepted.job.PermanentFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.List;

/**
 * One attempt at getting a CSV file's rows into a load. The file is read twice: first to see what
 * its columns hold, so that a value far down doesn't contradict what was thought of the column;
 * then for the rows.
 */
public final class CsvLoad {

  /** How much work a byte is when its type is looked for, to a byte that is stored. */
  private static final double INFERENCE_SHARE = 0.25;

  private static final int CHECK_EVERY = 1_000;

  private final Path path;
  private final CsvOptions options;
  private final JobContext context;
  private final CsvFormat format;
  private final long length;

  public CsvLoad(InputFile file, CsvOptions options, JobContext context) throws IOException {
    this.path = file.path();
    this.options = options;
    this.context = context;
    this.format = CsvFormat.of(path, options);
    this.length = file.info().length();
    context.log(
        "%d bytes, %s, separated by %s"
            .formatted(length, format.charset(), Character.getName(format.delimiter())));
  }

  /**
   * What the file's columns are called and hold.
   *
   * @throws PermanentFailure if the file can't be read as CSV, or isn't what the options say
   */
  public List<Column> columns() throws IOException, PermanentFailure {
    try (CsvRecords records = CsvRecords.open(path, format)) {
      if (!records.hasNext()) {
        throw new PermanentFailure("import-empty", "the file has no line with anything in it");
      }
      CsvRecord first = records.next();
      CsvColumns columns = CsvColumns.of(first, options);
      if (columns.settled()) {
        return columns.settle();
      }
      if (!options.header()) {
        columns.observe(first);
      }
      for (long read = 0; records.hasNext(); read++) {
        columns.observe(records.next());
        if (read % CHECK_EVERY == 0) {
          progress(records.bytesRead() * INFERENCE_SHARE, "looking at the columns");
        }
      }
      return columns.settle();
    } catch (CsvParseException | UncheckedIOException e) {
      throw unreadable(e);
    }
  }

  /**
   * Stores the rows that the load doesn't have yet.
   *
   * @param mostRows that the load may have
   * @throws PermanentFailure if the file can't be read as CSV, or has too many rows, or too many
   *     bad ones
   */
  public void storeInto(DatasetLoad load, long mostRows) throws IOException, PermanentFailure {
    try (CsvRecords records = CsvRecords.open(path, format)) {
      long known = load.position().records() + (options.header() ? 1 : 0);
      for (long i = 0; i < known && records.hasNext(); i++) {
        records.next();
        if (i % CHECK_EVERY == 0) {
          context.checkStopping();
        }
      }
      RowReader rows = new RowReader(load.columns());
      RowBatch batch = new RowBatch(load, mostRows, options.maxRejected(), context);
      while (records.hasNext()) {
        batch.add(records, records.next(), rows);
        if (batch.isFull()) {
          store(batch, load, records.bytesRead());
        }
      }
      store(batch, load, length);
    } catch (CsvParseException | UncheckedIOException e) {
      throw unreadable(e);
    }
  }

  private void store(RowBatch batch, DatasetLoad load, long bytes) throws PermanentFailure {
    batch.store();
    progress(length * INFERENCE_SHARE + bytes, load.position().rows() + " rows");
  }

  private void progress(double work, String message) {
    long total = Math.round(length * (1 + INFERENCE_SHARE));
    context.progress(Math.min(total, Math.round(work)), total, "bytes", message);
    context.checkStopping();
  }

  /** The file's fault, unless the disk failed. */
  private static PermanentFailure unreadable(RuntimeException e) throws IOException {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof CharacterCodingException) {
        return new PermanentFailure(
            "import-undecodable", "the file has bytes that are not of the charset that was given");
      }
      if (cause instanceof IOException failure) {
        throw failure;
      }
    }
    return new PermanentFailure("import-not-csv", "not readable as CSV: " + e.getMessage());
  }
}
