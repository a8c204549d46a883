package dev.accepted.datasets;

import dev.accepted.sql.Database;
import dev.accepted.sql.DatabaseException;
import dev.accepted.sql.Session;
import java.sql.SQLException;

/** Runs a query in a session of its own, which its cursor closes. */
final class QueryRunner {

  /** SQLSTATE of a number that doesn't fit: only a sum of whole numbers can be that large here. */
  private static final String OUT_OF_RANGE = "22003";

  private QueryRunner() {}

  /**
   * @param leave run when the answer is closed, or if there is none
   */
  static RowCursor run(Database database, StoredDataset dataset, Query query, Runnable leave)
      throws InvalidQuery {
    Answering answering = new Answering(leave);
    boolean answered = false;
    try {
      Session session = answering.open(database);
      RowCursor cursor =
          query.groupBy().isEmpty() && query.aggregates().isEmpty()
              ? PlainQuery.of(dataset, query).run(answering, session)
              : GroupedQuery.of(dataset, query).run(answering, session);
      answered = true;
      return cursor;
    } catch (SQLException e) {
      if (OUT_OF_RANGE.equals(e.getSQLState())) {
        throw new InvalidQuery("a sum of whole numbers is too large for 64 bits");
      }
      throw new DatabaseException("a query failed", e);
    } finally {
      if (!answered) {
        answering.close();
      }
    }
  }
}
