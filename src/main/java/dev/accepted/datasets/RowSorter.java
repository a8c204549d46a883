package dev.accepted.datasets;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Sorts any number of rows in bounded memory: what doesn't fit goes to disk in sorted runs, which
 * are merged.
 */
final class RowSorter implements AutoCloseable {

  private static final long MOST_BYTES = 16 << 20;
  private static final int MOST_RUNS = 32;
  private static final int SMALL_LIMIT = 1_000;

  private final Comparator<@Nullable Object[]> order;
  private final long limit;
  private final List<@Nullable Object[]> buffer = new ArrayList<>();
  private final Deque<SortedRun> runs = new ArrayDeque<>();
  private final long mostBytes;
  private long bytes;

  /**
   * A sorter that holds some megabytes in memory.
   *
   * @param order rows that it doesn't tell apart come in any order
   * @param limit how many rows are wanted, 0 for all
   */
  RowSorter(Comparator<@Nullable Object[]> order, long limit) {
    this(order, limit, MOST_BYTES);
  }

  /** One that holds about so many bytes in memory. */
  RowSorter(Comparator<@Nullable Object[]> order, long limit, long mostBytes) {
    this.order = order;
    this.limit = limit;
    this.mostBytes = mostBytes;
  }

  /** Takes a row, and keeps its array. */
  void add(@Nullable Object[] row) {
    buffer.add(row);
    bytes += RowCodec.weight(row);
    if (limit > 0 && limit <= SMALL_LIMIT && buffer.size() >= 2 * SMALL_LIMIT) {
      keepFirst();
    }
    if (bytes > mostBytes) {
      spill();
    }
  }

  private void keepFirst() {
    buffer.sort(order);
    buffer.subList((int) limit, buffer.size()).clear();
    bytes = buffer.stream().mapToLong(RowCodec::weight).sum();
  }

  private void spill() {
    try {
      buffer.sort(order);
      runs.add(SortedRun.write(buffer.iterator()));
      buffer.clear();
      bytes = 0;
      if (runs.size() > MOST_RUNS) {
        mergeEldest();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Each run stands for an open file. The merged one goes to the end, so that sizes stay alike. */
  private void mergeEldest() throws IOException {
    List<SortedRun> eldest = new ArrayList<>();
    for (int i = 0; i < MOST_RUNS; i++) {
      eldest.add(runs.remove());
    }
    try {
      runs.add(SortedRun.write(new MergedRows(eldest, order)));
    } finally {
      close(eldest);
    }
  }

  /** All rows that were added, or the first of them as far as the limit goes. Called once. */
  Iterator<@Nullable Object[]> sorted() {
    buffer.sort(order);
    List<Iterator<@Nullable Object[]>> sequences = new ArrayList<>(runs);
    sequences.add(buffer.iterator());
    Iterator<@Nullable Object[]> all = new MergedRows(sequences, order);
    return limit > 0 ? new FirstRows(all, limit) : all;
  }

  @Override
  public void close() {
    try {
      close(new ArrayList<>(runs));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    runs.clear();
  }

  private static void close(List<SortedRun> closed) throws IOException {
    for (SortedRun run : closed) {
      run.close();
    }
  }
}
