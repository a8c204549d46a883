package dev.accepted.types.reports;

import dev.accepted.datasets.Column;
import dev.accepted.datasets.ColumnType;
import dev.accepted.datasets.FilterValues;
import dev.accepted.datasets.InvalidQuery;
import dev.accepted.datasets.Query.Filter;
import dev.accepted.datasets.Query.Operator;
import dev.accepted.job.InvalidInput.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether filters name columns that are there, and have as many values as their operators need. */
final class FilterCheck {

  private FilterCheck() {}

  static List<Violation> of(List<Filter> filters, List<Column> columns) {
    List<Violation> violations = new ArrayList<>();
    for (int i = 0; i < filters.size(); i++) {
      Filter filter = filters.get(i);
      String pointer = "/filters/" + i;
      Optional<Column> column = AnswerColumns.find(filter.column(), columns);
      if (column.isEmpty()) {
        violations.add(
            new Violation(pointer + "/column", ReportCheck.unknown(filter.column(), columns)));
      } else {
        operator(filter, column.get())
            .ifPresent(wrong -> violations.add(new Violation(pointer + "/op", wrong)));
        values(filter, column.get())
            .ifPresent(wrong -> violations.add(new Violation(pointer + "/value", wrong)));
      }
    }
    return violations;
  }

  private static Optional<String> operator(Filter filter, Column column) {
    return suits(filter.operator(), column.type())
        ? Optional.empty()
        : Optional.of("doesn't suit a column of type " + column.type().wireName());
  }

  private static Optional<String> values(Filter filter, Column column) {
    Optional<String> count = count(filter);
    try {
      for (Object value : filter.values()) {
        FilterValues.fit(column, value);
      }
      return count;
    } catch (InvalidQuery unfit) {
      return Optional.of(count.orElse(String.valueOf(unfit.getMessage())));
    }
  }

  private static boolean suits(Operator operator, ColumnType type) {
    return switch (operator) {
      case CONTAINS -> type == ColumnType.TEXT;
      case LT, LE, GT, GE, BETWEEN -> type != ColumnType.BOOLEAN;
      case EQ, NE, IN, IS_NULL -> true;
    };
  }

  private static Optional<String> count(Filter filter) {
    int count = filter.values().size();
    boolean right =
        switch (filter.operator()) {
          case IS_NULL -> true;
          case BETWEEN -> count == 2;
          case IN -> count >= 1;
          case EQ, NE, LT, LE, GT, GE, CONTAINS -> count == 1;
        };
    return right ? Optional.empty() : Optional.of(needed(filter.operator()));
  }

  private static String needed(Operator operator) {
    return switch (operator) {
      case BETWEEN -> "between needs an array of two values, the least and the greatest";
      case IN -> "in needs an array of at least one value";
      default -> "this operator needs one value";
    };
  }
}
