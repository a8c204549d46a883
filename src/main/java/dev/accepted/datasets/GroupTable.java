package dev.accepted.datasets;

import dev.accepted.sql.Session;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Groups in a temporary table, for answers that memory might not hold: many groups, or medians.
 * Column a1, a2 and so on as in {@link GroupedQuery}; where a2 is a median, m2 is the number of its
 * values.
 */
final class GroupTable {

  private static final String DROP = "drop table if exists answer_groups";

  private final GroupedQuery query;

  GroupTable(GroupedQuery query) {
    this.query = query;
  }

  RowCursor run(Answering answering, Session session, long partitions) throws SQLException {
    session.update(DROP);
    answering.setUp(session, createSql(), DROP);
    for (long partition = 0; partition < partitions; partition++) {
      fill(session, partition, partitions);
    }
    for (int i = 0; i < query.aggregates().size(); i++) {
      if (query.aggregates().get(i).isMedian()) {
        new Medians(query, i).settle(session);
      }
    }
    String select =
        IntStream.rangeClosed(1, query.answer().size())
            .mapToObj(place -> "a" + place)
            .collect(Collectors.joining(", ", "select ", " from answer_groups"));
    return query.cursor(answering, session, Sql.of(select).then(query.order()));
  }

  private String createSql() {
    List<String> columns = new ArrayList<>();
    columns.add("id bigint generated always as identity primary key");
    for (int i = 0; i < query.answer().size(); i++) {
      columns.add("a%d %s".formatted(i + 1, DataTable.sqlType(query.answer().get(i).type())));
      if (isMedian(i)) {
        columns.add("m%d bigint".formatted(i + 1));
      }
    }
    return "create local temporary table answer_groups (" + String.join(", ", columns) + ")";
  }

  private void fill(Session session, long partition, long partitions) throws SQLException {
    String into =
        IntStream.range(0, query.answer().size())
            .mapToObj(i -> (isMedian(i) ? "m" : "a") + (i + 1))
            .collect(Collectors.joining(", ", "insert into answer_groups (", ")"));
    Sql select =
        partitions == 1
            ? query.select("")
            : query.select("and " + hash() + " = ?", partitions - 1, partition);
    Sql insert = Sql.of(into).then(select);
    session.update(insert.text(), insert.arguments());
  }

  /** Spreads groups evenly; the separator needs not keep all of them apart. */
  private String hash() {
    return query.keys().stream()
        .map(key -> "cast(" + key + " as varchar)")
        .collect(Collectors.joining(", ", "ora_hash(concat_ws('|', '', ", "), ?)"));
  }

  private boolean isMedian(int answerPlace) {
    int aggregate = answerPlace - query.keys().size();
    return aggregate >= 0 && query.aggregates().get(aggregate).isMedian();
  }
}
