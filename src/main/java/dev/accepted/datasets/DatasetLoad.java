package dev.accepted.datasets;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A load of rows by one job: safe to be cut off at any point and taken up again. */
@SuppressWarnings("DoNotCallSuggester")
public final class DatasetLoad implements AutoCloseable {

  /** The columns that each row has. */
  public List<Column> columns() {
    throw new UnsupportedOperationException();
  }

  /** How far it has come. */
  public LoadPosition position() {
    throw new UnsupportedOperationException();
  }

  /** True once {@link #complete()} has done its work, be it in an earlier attempt. */
  public boolean isComplete() {
    throw new UnsupportedOperationException();
  }

  /**
   * Stores what the next records of the file brought, and with it how far the load has come, in one
   * transaction.
   *
   * @param rows values in the order of {@link #columns()}, of their Java types
   */
  public void append(List<@Nullable Object[]> rows, List<RejectedRow> rejected) {
    throw new UnsupportedOperationException();
  }

  /**
   * Makes the rows the dataset's, in one transaction. Done again, it returns the same summary and
   * changes nothing.
   *
   * @throws ColumnsDiffer if the dataset to append to has got other columns meanwhile
   */
  public LoadSummary complete() throws ColumnsDiffer {
    throw new UnsupportedOperationException();
  }

  /** Shows each row left out, in the order of the file. */
  public void rejected(Consumer<RejectedRow> reader) {
    throw new UnsupportedOperationException();
  }

  /** Drops what was loaded; the dataset stays as it is. */
  public void abandon() {
    throw new UnsupportedOperationException();
  }

  /** Ends this attempt at it; what was appended stays, to be taken up by the next. */
  @Override
  public void close() {
    throw new UnsupportedOperationException();
  }
}
