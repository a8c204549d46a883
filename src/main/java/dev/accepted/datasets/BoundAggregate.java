package dev.accepted.datasets;

import dev.accepted.datasets.Query.Aggregate;
import dev.accepted.datasets.Query.Function;

/**
 * An aggregate whose column was found.
 *
 * @param place of its column in the table; -1 where rows are counted
 * @param answer its column of the answer
 */
record BoundAggregate(Function function, int place, Column answer) {

  private static final int NO_COLUMN = -1;

  static BoundAggregate of(DataTable table, Aggregate aggregate) throws InvalidQuery {
    Function function = aggregate.function();
    String name = aggregate.column();
    if (name == null) {
      if (function != Function.COUNT) {
        throw new InvalidQuery(function.wireName() + " needs a column");
      }
      return new BoundAggregate(
          function, NO_COLUMN, new Column(aggregate.as(), ColumnType.INTEGER));
    }
    int place = table.place(name);
    ColumnType type = answerType(function, table.columns().get(place));
    return new BoundAggregate(function, place, new Column(aggregate.as(), type));
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

  boolean countsRows() {
    return place == NO_COLUMN;
  }

  /** An accumulator for one group. That of a median counts its values; see {@link Medians}. */
  Accumulator accumulator() {
    return switch (function) {
      case COUNT, MEDIAN -> new Accumulator.Count(countsRows());
      case SUM -> new Accumulator.Sum(answer.type() == ColumnType.INTEGER);
      case AVG -> new Accumulator.Mean();
      case MIN -> new Accumulator.Extreme(false);
      case MAX -> new Accumulator.Extreme(true);
    };
  }
}
