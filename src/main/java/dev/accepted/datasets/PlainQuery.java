package dev.accepted.datasets;

import dev.accepted.datasets.Query.Sort;
import dev.accepted.sql.Session;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A query for rows as they are. */
record PlainQuery(Sql sql, List<Column> columns, boolean sorted) {

  static PlainQuery of(StoredDataset dataset, Query query) throws InvalidQuery {
    DataTable table = dataset.table();
    List<Integer> places = new ArrayList<>();
    for (String name : query.columns()) {
      places.add(table.place(name));
    }
    if (places.isEmpty()) {
      IntStream.range(0, table.columns().size()).forEach(places::add);
    }
    String select =
        places.stream().map(DataTable::column).collect(Collectors.joining(", ", "select ", ""));
    Sql sql =
        Sql.of(select + " from " + table.name())
            .then(Filters.where(dataset, query.filters()))
            .then(order(table, query.sort()));
    return new PlainQuery(
        query.limit() > 0 ? sql.then("limit ?", query.limit()) : sql,
        places.stream().map(table.columns()::get).toList(),
        !query.sort().isEmpty());
  }

  /** Rows that are alike keep the order in which they were loaded. */
  private static String order(DataTable table, List<Sort> sort) throws InvalidQuery {
    StringBuilder order = new StringBuilder("order by ");
    for (Sort level : sort) {
      order
          .append(DataTable.column(table.place(level.column())))
          .append(level.descending() ? " desc" : "")
          .append(" nulls last, ");
    }
    return order.append("n").toString();
  }

  /**
   * In the order of loading, rows come straight from the table; sorted, the database sorts them on
   * disk first.
   */
  RowCursor run(Answering answering, Session session) throws SQLException {
    if (!sorted) {
      answering.setUp(session, "set lazy_query_execution 1", "set lazy_query_execution 0");
    }
    return new JdbcRowCursor(
        session.prepare(sql.text(), sql.arguments()).executeQuery(),
        columns,
        IntStream.rangeClosed(1, columns.size()).boxed().toList(),
        answering);
  }
}
