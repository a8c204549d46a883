package dev.accepted.datasets;

import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** As many of some rows as were asked for. */
final class FirstRows implements Iterator<@Nullable Object[]> {

  private final Iterator<@Nullable Object[]> rows;
  private long left;

  FirstRows(Iterator<@Nullable Object[]> rows, long limit) {
    this.rows = rows;
    this.left = limit;
  }

  @Override
  public boolean hasNext() {
    return left > 0 && rows.hasNext();
  }

  @Override
  public @Nullable Object[] next() {
    if (left == 0) {
      throw new NoSuchElementException();
    }
    left--;
    return rows.next();
  }
}
