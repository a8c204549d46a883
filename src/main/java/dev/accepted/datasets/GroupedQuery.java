package dev.accepted.datasets;

import dev.accepted.datasets.Query.Aggregate;
import dev.accepted.datasets.Query.Sort;
import dev.accepted.sql.Session;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A query for groups. Its answer has the columns of the groups and then those of the aggregates;
 * within SQL they are called a1, a2 and so on.
 *
 * @param keys what is grouped by, as columns of the table
 * @param where which rows are grouped
 * @param answer all columns of the answer
 * @param chosen the places of those that are wanted, from 1
 * @param order the end of the statement that gives the answer
 */
record GroupedQuery(
    StoredDataset dataset,
    List<String> keys,
    List<BoundAggregate> aggregates,
    Sql where,
    List<Column> answer,
    List<Integer> chosen,
    Sql order) {

  /** Up to so many groups are held in memory. */
  private static final long GROUPS_IN_MEMORY = 50_000;

  static GroupedQuery of(StoredDataset dataset, Query query) throws InvalidQuery {
    DataTable table = dataset.table();
    List<String> keys = new ArrayList<>();
    List<Column> answer = new ArrayList<>();
    for (String name : query.groupBy()) {
      int place = table.place(name);
      keys.add(DataTable.column(place));
      answer.add(table.columns().get(place));
    }
    List<BoundAggregate> aggregates = new ArrayList<>();
    for (Aggregate aggregate : query.aggregates()) {
      BoundAggregate bound = BoundAggregate.of(table, aggregate);
      aggregates.add(bound);
      answer.add(bound.answer());
    }
    AnswerColumns columns = new AnswerColumns(answer);
    return new GroupedQuery(
        dataset,
        keys,
        aggregates,
        Filters.where(dataset, query.filters()),
        answer,
        columns.choose(query.columns()),
        order(columns, keys.size(), query));
  }

  /** Groups that the wanted order doesn't tell apart follow in the order of what they are. */
  private static Sql order(AnswerColumns columns, int keys, Query query) throws InvalidQuery {
    List<String> levels = new ArrayList<>();
    for (Sort level : query.sort()) {
      levels.add(
          "a%d%s nulls last"
              .formatted(columns.place(level.column()), level.descending() ? " desc" : ""));
    }
    IntStream.rangeClosed(1, keys).forEach(key -> levels.add("a" + key + " nulls last"));
    Sql order = Sql.of(levels.isEmpty() ? "" : "order by " + String.join(", ", levels));
    return query.limit() > 0 ? order.then("limit ?", query.limit()) : order;
  }

  RowCursor run(Answering answering, Session session) throws SQLException {
    if (aggregates.stream().anyMatch(BoundAggregate::isMedian)) {
      return new GroupTable(this).run(answering, session, partitions(session));
    }
    long partitions = partitions(session);
    return partitions > 1
        ? new GroupTable(this).run(answering, session, partitions)
        : cursor(answering, session, Sql.of("").then(select("")).then(order));
  }

  /** The statement that groups, without an order. */
  Sql select(String condition, Object... values) {
    List<String> parts = new ArrayList<>(keys);
    aggregates.forEach(aggregate -> parts.add(aggregate.sql()));
    String named =
        IntStream.range(0, parts.size())
            .mapToObj(i -> parts.get(i) + " as a" + (i + 1))
            .collect(Collectors.joining(", "));
    Sql sql =
        Sql.of("select " + named + " from " + dataset.table().name())
            .then(where)
            .then(condition, values);
    return keys.isEmpty() ? sql : sql.then("group by " + String.join(", ", keys));
  }

  RowCursor cursor(Answering answering, Session session, Sql sql) throws SQLException {
    return new JdbcRowCursor(
        session.prepare(sql.text(), sql.arguments()).executeQuery(),
        chosen.stream().map(place -> answer.get(place - 1)).toList(),
        chosen,
        answering);
  }

  /** In how many parts the groups must be made, so that each part fits into memory. */
  private long partitions(Session session) throws SQLException {
    if (keys.isEmpty() || dataset.info().rows() <= GROUPS_IN_MEMORY) {
      return 1;
    }
    Sql count =
        Sql.of(
                "select count(*) as groups from (select distinct %s from %s"
                    .formatted(String.join(", ", keys), dataset.table().name()))
            .then(where)
            .then(")");
    long groups =
        session
            .first(count.text(), row -> row.longNumber("groups"), count.arguments())
            .orElseThrow();
    return groups / GROUPS_IN_MEMORY + 1;
  }
}
