package dev.accepted.datasets;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The reading of a dataset for groups: in memory if they fit, else sorted on disk. */
final class GroupReading implements AutoCloseable {

  private final GroupedQuery query;
  private final TableScan scan;
  private final Groups groups;
  private final List<RowSorter> opened = new ArrayList<>();

  GroupReading(GroupedQuery query, TableScan scan) {
    this.query = query;
    this.scan = scan;
    this.groups = new Groups(query.keys().size(), query.aggregates());
  }

  /** Hands over the row of each group. */
  void read(RowSorter answer) {
    Map<Integer, Medians> medians = medians();
    Iterator<@Nullable Object[]> rows = inOrderOfKeys();
    while (rows.hasNext()) {
      @Nullable Object[] row = rows.next();
      medians.forEach(
          (place, values) ->
              row[place] = values.next(row[place] instanceof Long count ? count : 0));
      answer.add(row);
    }
  }

  private Iterator<@Nullable Object[]> inOrderOfKeys() {
    List<Integer> read = new ArrayList<>(query.keys());
    // Where rows are counted, any column will do; there always is one.
    query.aggregates().forEach(bound -> read.add(bound.countsRows() ? 0 : bound.place()));
    HashGroups inMemory = new HashGroups(groups);
    scan.each(read, inMemory::add);
    Optional<List<@Nullable Object[]>> rows = inMemory.rows();
    if (rows.isPresent()) {
      return rows.get().iterator();
    }
    RowSorter sorter = sorter(groups.order());
    scan.each(read, sorter::add);
    return new SortedGroups(groups, sorter.sorted());
  }

  /** By the place in the answer's rows where so far the number of values stands. */
  private Map<Integer, Medians> medians() {
    Map<Integer, Medians> medians = new LinkedHashMap<>();
    for (int i = 0; i < query.aggregates().size(); i++) {
      BoundAggregate aggregate = query.aggregates().get(i);
      if (aggregate.isMedian()) {
        List<Integer> read = new ArrayList<>(query.keys());
        read.add(aggregate.place());
        RowSorter sorter = sorter(RowOrder.byFirst(read.size()));
        scan.each(
            read,
            row -> {
              if (row[row.length - 1] != null) {
                sorter.add(row);
              }
            });
        medians.put(groups.keys() + i, new Medians(sorter.sorted()));
      }
    }
    return medians;
  }

  private RowSorter sorter(RowOrder order) {
    RowSorter sorter = new RowSorter(order, 0);
    opened.add(sorter);
    return sorter;
  }

  @Override
  public void close() {
    opened.forEach(RowSorter::close);
  }
}
