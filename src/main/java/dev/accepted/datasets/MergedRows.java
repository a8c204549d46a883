package dev.accepted.datasets;

import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** Several sorted sequences of rows as one. */
final class MergedRows implements Iterator<@Nullable Object[]> {

  /** A sequence and its next row. */
  private static final class Head {

    final Iterator<@Nullable Object[]> rest;
    @Nullable Object[] row;

    Head(Iterator<@Nullable Object[]> rest) {
      this.rest = rest;
      this.row = rest.next();
    }
  }

  private final PriorityQueue<Head> heads;

  MergedRows(
      List<? extends Iterator<@Nullable Object[]>> sequences,
      Comparator<@Nullable Object[]> order) {
    heads = new PriorityQueue<>((left, right) -> order.compare(left.row, right.row));
    for (Iterator<@Nullable Object[]> sequence : sequences) {
      if (sequence.hasNext()) {
        heads.add(new Head(sequence));
      }
    }
  }

  @Override
  public boolean hasNext() {
    return !heads.isEmpty();
  }

  @Override
  public @Nullable Object[] next() {
    Head head = heads.remove();
    @Nullable Object[] first = head.row;
    if (head.rest.hasNext()) {
      head.row = head.rest.next();
      heads.add(head);
    }
    return first;
  }
}
