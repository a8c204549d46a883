package dev.accepted.datasets;

import dev.accepted.sql.Session;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the medians of groups in bounded memory: the database sorts the values by group and size on
 * disk, and of each group's run of values the middle is taken.
 */
final class Medians {

  private static final int BATCH = 5_000;
  private static final BigDecimal TWO = BigDecimal.valueOf(2);

  private final GroupedQuery query;
  private final String values;
  private final int place;

  /**
   * @param aggregate which of the query's aggregates, from 0
   */
  Medians(GroupedQuery query, int aggregate) {
    this.query = query;
    this.values = String.valueOf(query.aggregates().get(aggregate).argument());
    this.place = query.keys().size() + aggregate + 1;
  }

  void settle(Session session) throws SQLException {
    Sql sorted =
        Sql.of("select " + values + " from " + query.dataset().table().name())
            .then(query.where())
            .then("and " + values + " is not null order by " + order(query.keys()) + values);
    String groups =
        "select id, m%d from answer_groups order by %s id"
            .formatted(
                place,
                order(
                    IntStream.rangeClosed(1, query.keys().size()).mapToObj(k -> "a" + k).toList()));
    PreparedStatement update =
        session.prepare("update answer_groups set a%d = ? where id = ?".formatted(place));
    try (ResultSet run = session.prepare(sorted.text(), sorted.arguments()).executeQuery();
        ResultSet group = session.prepare(groups).executeQuery()) {
      for (int pending = 1; group.next(); pending++) {
        Session.bind(update, median(run, group.getLong(2)), group.getLong(1));
        update.addBatch();
        if (pending % BATCH == 0) {
          update.executeBatch();
        }
      }
      update.executeBatch();
    }
  }

  private static String order(List<String> columns) {
    return columns.stream().map(column -> column + " nulls last, ").collect(Collectors.joining());
  }

  /** Reads that many values, and returns the middle one, or the mean of the middle two. */
  private static @Nullable BigDecimal median(ResultSet run, long count) throws SQLException {
    BigDecimal lower = null;
    BigDecimal upper = null;
    for (long i = 0; i < count; i++) {
      run.next();
      if (i == (count - 1) / 2) {
        lower = run.getBigDecimal(1);
      }
      if (i == count / 2) {
        upper = run.getBigDecimal(1);
      }
    }
    return lower == null || upper == null ? null : lower.add(upper).divide(TWO);
  }
}
