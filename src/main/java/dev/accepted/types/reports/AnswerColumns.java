package dev.accepted.types.reports;

import dev.accepted.datasets.Column;
import dev.accepted.datasets.ColumnType;
import dev.accepted.datasets.Query;
import dev.accepted.datasets.Query.Aggregate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What columns a query's answer has, without asking it. */
final class AnswerColumns {

  private AnswerColumns() {}

  /**
   * The columns, without those that don't exist.
   *
   * @param columns those of the dataset
   */
  static List<Column> of(Query query, List<Column> columns) {
    List<Column> available = computed(query, columns);
    if (query.columns().isEmpty()) {
      return available;
    }
    return query.columns().stream().flatMap(name -> find(name, available).stream()).toList();
  }

  private static List<Column> computed(Query query, List<Column> columns) {
    if (query.groupBy().isEmpty() && query.aggregates().isEmpty()) {
      return columns;
    }
    List<Column> answer = new ArrayList<>();
    query.groupBy().forEach(name -> find(name, columns).ifPresent(answer::add));
    query.aggregates().forEach(each -> answer.add(new Column(each.as(), type(each, columns))));
    return answer;
  }

  /** The column of that name; none for no name. */
  static Optional<Column> find(@Nullable String name, List<Column> columns) {
    return columns.stream().filter(column -> column.name().equals(name)).findFirst();
  }

  private static ColumnType type(Aggregate aggregate, List<Column> columns) {
    ColumnType own = find(aggregate.column(), columns).map(Column::type).orElse(ColumnType.INTEGER);
    return switch (aggregate.function()) {
      case COUNT -> ColumnType.INTEGER;
      case AVG, MEDIAN -> ColumnType.DECIMAL;
      case SUM, MIN, MAX -> own;
    };
  }
}
