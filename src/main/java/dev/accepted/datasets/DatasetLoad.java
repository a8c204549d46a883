package dev.accepted.datasets;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A load of rows by one attempt of a job: safe to be cut off at any point and taken up again by
 * {@link Datasets#resume}, on any server; whoever had it before is shut out then. Used by one
 * thread.
 */
public final class DatasetLoad {

  private static final int REJECTED_AT_ONCE = 500;

  private final Loads loads;
  private final Completion completion;
  private LoadRecord load;

  DatasetLoad(Loads loads, Completion completion, LoadRecord load) {
    this.loads = loads;
    this.completion = completion;
    this.load = load;
  }

  /** The dataset that gets the rows. */
  public String dataset() {
    return load.dataset().name();
  }

  /** The columns that each row has. */
  public List<Column> columns() {
    return load.table().columns();
  }

  /** How far it has come. */
  public LoadPosition position() {
    return load.position();
  }

  /** True once {@link #complete()} has done its work, be it in an earlier attempt. */
  public boolean isComplete() {
    return load.complete();
  }

  /**
   * Stores what the next records of the file brought, and with it how far the load has come, in one
   * transaction.
   *
   * @param rows values in the order of {@link #columns()}, of the Java types of {@link ColumnType}
   * @param rejected what is left out of them
   * @throws IllegalStateException if another attempt has taken this load meanwhile
   * @throws RowTooWide if a row has more in it than the database can keep in one
   */
  public void append(List<@Nullable Object[]> rows, List<RejectedRow> rejected) {
    load = loads.append(load, rows, rejected);
  }

  /**
   * Makes the rows the dataset's, in one transaction. Done again, it returns the same summary and
   * changes nothing.
   *
   * @throws LoadRefused if the dataset to append to has got other columns meanwhile, or somebody
   *     else of the same scope was first with its name
   * @throws IllegalStateException if another attempt has taken this load meanwhile
   */
  public LoadSummary complete() throws LoadRefused {
    load = completion.complete(load);
    return load.summary();
  }

  /**
   * Drops what this load has left: its rows, unless they are a dataset's; a temporary dataset; and
   * the rows that it left out. Nothing happens if another attempt has taken it meanwhile.
   */
  public void discard() {
    completion.discard(load);
  }

  /** Shows each row left out, in the order of the file. */
  public void rejected(Consumer<RejectedRow> reader) {
    long line = 0;
    List<RejectedRow> some;
    do {
      some = loads.rejectedAfter(load, line, REJECTED_AT_ONCE);
      for (RejectedRow row : some) {
        reader.accept(row);
        line = row.line();
      }
    } while (!some.isEmpty());
  }
}
