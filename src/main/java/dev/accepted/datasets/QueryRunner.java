package dev.accepted.datasets;

import dev.accepted.sql.Database;
import dev.accepted.sql.DatabaseException;
import java.sql.SQLException;

/** Runs a query in a session of its own. */
final class QueryRunner {

  private QueryRunner() {}

  /**
   * Answers a query.
   *
   * @param leave run once the dataset is no longer read
   */
  static RowCursor run(Database database, StoredDataset dataset, Query query, Runnable leave)
      throws InvalidQuery {
    Answering answering = new Answering(leave);
    boolean streaming = false;
    try {
      Sql where = Filters.where(dataset, query.filters());
      TableScan scan = new TableScan(answering.open(database), dataset, where);
      if (!query.groupBy().isEmpty() || !query.aggregates().isEmpty()) {
        return GroupedQuery.of(dataset.table(), query).run(scan);
      }
      PlainQuery plain = PlainQuery.of(dataset.table(), query);
      if (!plain.streams()) {
        return plain.sorted(scan);
      }
      RowCursor cursor = plain.stream(scan, answering::close);
      streaming = true;
      return cursor;
    } catch (SQLException e) {
      throw new DatabaseException("a query failed", e);
    } finally {
      if (!streaming) {
        answering.close();
      }
    }
  }
}
