package dev.accepted.datasets;

import dev.accepted.datasets.Query.Aggregate;
import dev.accepted.datasets.Query.Function;
import org.jspecify.annotations.Nullable;

/**
 * An aggregate whose column was found.
 *
 * @param argument the column as SQL wants it; null where rows are counted
 * @param answer its column of the answer
 */
record BoundAggregate(Function function, @Nullable String argument, Column answer) {

  static BoundAggregate of(DataTable table, Aggregate aggregate) throws InvalidQuery {
    Function function = aggregate.function();
    String name = aggregate.column();
    if (name == null) {
      if (function != Function.COUNT) {
        throw new InvalidQuery(function.wireName() + " needs a column");
      }
      return new BoundAggregate(function, null, new Column(aggregate.as(), ColumnType.INTEGER));
    }
    int place = table.place(name);
    ColumnType type = answerType(function, table.columns().get(place));
    return new BoundAggregate(function, DataTable.column(place), new Column(aggregate.as(), type));
  }

  private static ColumnType answerType(Function function, Column column) throws InvalidQuery {
    boolean number = column.type() == ColumnType.INTEGER || column.type() == ColumnType.DECIMAL;
    return switch (function) {
      case COUNT -> ColumnType.INTEGER;
      case MIN, MAX -> column.type();
      case SUM, AVG, MEDIAN -> {
        if (!number) {
          throw new InvalidQuery(
              "'%s' holds %s, of which there is no %s"
                  .formatted(column.name(), column.type().wireName(), function.wireName()));
        }
        yield function == Function.SUM ? column.type() : ColumnType.DECIMAL;
      }
    };
  }

  boolean isMedian() {
    return function == Function.MEDIAN;
  }

  /**
   * As SQL. A median stands there as the number of its values: H2 would hold all of them in memory,
   * so {@link Medians} finds it.
   */
  String sql() {
    if (argument == null) {
      return "count(*)";
    }
    return switch (function) {
      case COUNT, MEDIAN -> "count(" + argument + ")";
      case MIN -> "min(" + argument + ")";
      case MAX -> "max(" + argument + ")";
      case SUM ->
          answer.type() == ColumnType.INTEGER
              ? "cast(sum(" + argument + ") as bigint)"
              : "sum(" + argument + ")";
      // Twenty significant digits; the type of a sum would give a thousand.
      case AVG -> "cast(avg(cast(" + argument + " as decfloat(1000))) as decfloat(20))";
    };
  }
}
