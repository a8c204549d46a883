package dev.accepted.types.reports;

import dev.accepted.datasets.Column;
import dev.accepted.datasets.RowCursor;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a report: a cursor whose first rows can be looked at before it is begun (a column's
 * width has to be settled before its first row is written), and which shows each row to observers.
 */
final class ReportRows implements RowCursor {

  private static final int SAMPLE = 200;

  private final RowCursor source;
  private final List<Consumer<RowCursor>> observers;
  private final List<@Nullable Object[]> sample = new ArrayList<>();
  private long position = -1;

  /**
   * Reads the first rows.
   *
   * @param observers are shown each row once, when it becomes the current one
   */
  ReportRows(RowCursor source, List<Consumer<RowCursor>> observers) {
    this.source = source;
    this.observers = List.copyOf(observers);
    while (sample.size() < SAMPLE && source.next()) {
      sample.add(currentOfSource());
    }
  }

  private @Nullable Object[] currentOfSource() {
    @Nullable Object[] row = new Object[source.columns().size()];
    for (int column = 0; column < row.length; column++) {
      row[column] = source.value(column);
    }
    return row;
  }

  /** That column's values in the first rows, without the empty ones. */
  List<Object> sample(int column) {
    List<Object> values = new ArrayList<>();
    for (@Nullable Object[] row : sample) {
      Object value = row[column];
      if (value != null) {
        values.add(value);
      }
    }
    return values;
  }

  boolean isEmpty() {
    return sample.isEmpty();
  }

  /** How many rows have been current so far. */
  long count() {
    return position + 1;
  }

  @Override
  public List<Column> columns() {
    return source.columns();
  }

  @Override
  public boolean next() {
    if (position + 1 >= sample.size() && (sample.size() < SAMPLE || !source.next())) {
      return false;
    }
    position++;
    observers.forEach(observer -> observer.accept(this));
    return true;
  }

  @Override
  public @Nullable Object value(int column) {
    return position < sample.size() ? sample.get((int) position)[column] : source.value(column);
  }

  @Override
  public void close() {
    source.close();
  }
}
