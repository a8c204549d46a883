package dev.accepted.types.reports;

import dev.accepted.datasets.Query;
import dev.accepted.datasets.Query.Aggregate;
import dev.accepted.datasets.Query.Filter;
import dev.accepted.datasets.Query.Function;
import dev.accepted.datasets.Query.Operator;
import dev.accepted.job.InvalidInput.Violation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Whether the parts of a query are whole, whatever columns there are. */
final class ShapeCheck {

  private ShapeCheck() {}

  static List<Violation> of(Query query) {
    List<Violation> violations = new ArrayList<>();
    Set<String> names = new HashSet<>(query.groupBy());
    for (int i = 0; i < query.aggregates().size(); i++) {
      Aggregate aggregate = query.aggregates().get(i);
      String pointer = "/aggregates/" + i;
      if (aggregate.column() == null && aggregate.function() != Function.COUNT) {
        violations.add(new Violation(pointer, aggregate.function().wireName() + " needs a column"));
      }
      if (!names.add(aggregate.as())) {
        violations.add(
            new Violation(
                pointer, "the answer has another column " + aggregate.as() + "; name it by as"));
      }
    }
    for (int i = 0; i < query.filters().size(); i++) {
      Filter filter = query.filters().get(i);
      if (!countFits(filter)) {
        violations.add(new Violation("/filters/" + i + "/value", needed(filter.operator())));
      }
    }
    return violations;
  }

  private static boolean countFits(Filter filter) {
    int count = filter.values().size();
    return switch (filter.operator()) {
      case IS_NULL -> true;
      case BETWEEN -> count == 2;
      case IN -> count >= 1;
      case EQ, NE, LT, LE, GT, GE, CONTAINS -> count == 1;
    };
  }

  private static String needed(Operator operator) {
    return switch (operator) {
      case BETWEEN -> "between needs an array of two values, the least and the greatest";
      case IN -> "in needs an array of at least one value";
      default -> "this operator needs one value";
    };
  }
}
