package dev.accepted.datasets;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.function.Supplier;

/**
 * Who reads which table. H2 lets a table be dropped under an open cursor, so a table that is no
 * longer wanted is dropped when its last reader has gone.
 */
final class TableReaders {

  private final LongConsumer drop;
  private final Map<Long, Integer> readers = new HashMap<>();
  private final Set<Long> retired = new HashSet<>();

  TableReaders(LongConsumer drop) {
    this.drop = drop;
  }

  /**
   * Looks a dataset up and enters as a reader of its table, in one step: no table is dropped in
   * between.
   */
  synchronized StoredDataset enter(Supplier<StoredDataset> lookup) {
    StoredDataset found = lookup.get();
    readers.merge(found.table().number(), 1, Integer::sum);
    return found;
  }

  /** The reader has gone. */
  void leave(long table) {
    boolean last;
    synchronized (this) {
      last = readers.merge(table, -1, (count, one) -> count == 1 ? null : count + one) == null;
      last = last && retired.remove(table);
    }
    if (last) {
      drop.accept(table);
    }
  }

  /** Drops the table now or when its last reader goes; nobody can look it up any more. */
  void retire(long table) {
    synchronized (this) {
      if (readers.containsKey(table)) {
        retired.add(table);
        return;
      }
    }
    drop.accept(table);
  }
}
