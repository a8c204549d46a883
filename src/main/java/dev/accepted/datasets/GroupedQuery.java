package dev.accepted.datasets;

import dev.accepted.datasets.Query.Aggregate;
import dev.accepted.datasets.Query.Sort;
import java.util.ArrayList;
import java.util.List;

/**
 * A query for groups. Its rows have the values that are grouped by, and then the aggregates.
 *
 * @param keys the columns that are grouped by, by their places in the table
 * @param answer all columns of the answer
 * @param chosen the places of those that are wanted, from 0
 * @param order of the answer
 */
record GroupedQuery(
    List<Integer> keys,
    List<BoundAggregate> aggregates,
    List<Column> answer,
    List<Integer> chosen,
    RowOrder order,
    long limit) {

  static GroupedQuery of(DataTable table, Query query) throws InvalidQuery {
    List<Integer> keys = new ArrayList<>();
    List<Column> answer = new ArrayList<>();
    for (String name : query.groupBy()) {
      keys.add(table.place(name));
      answer.add(table.columns().get(table.place(name)));
    }
    List<BoundAggregate> aggregates = new ArrayList<>();
    for (Aggregate aggregate : query.aggregates()) {
      BoundAggregate bound = BoundAggregate.of(table, aggregate);
      aggregates.add(bound);
      answer.add(bound.answer());
    }
    AnswerColumns columns = new AnswerColumns(answer);
    List<RowOrder.Level> levels = new ArrayList<>();
    for (Sort level : query.sort()) {
      levels.add(new RowOrder.Level(columns.place(level.column()), level.descending()));
    }
    return new GroupedQuery(
        keys,
        aggregates,
        answer,
        columns.choose(query.columns()),
        new RowOrder(levels).thenFirst(keys.size()),
        query.limit());
  }

  /**
   * Reads all rows, and then has the answer.
   *
   * @throws InvalidQuery if a sum is too large for its column
   */
  RowCursor run(TableScan scan) throws InvalidQuery {
    RowSorter sorter = new RowSorter(order, limit);
    try (GroupReading reading = new GroupReading(this, scan)) {
      reading.read(sorter);
      return new SortedCursor(sorter, chosen.stream().map(answer::get).toList(), chosen);
    } catch (ArithmeticException tooLarge) {
      sorter.close();
      throw new InvalidQuery("a sum of whole numbers is too large for 64 bits");
    } catch (RuntimeException e) {
      sorter.close();
      throw e;
    }
  }
}
