package dev.accepted.types.reports;

import dev.accepted.datasets.Column;
import dev.accepted.datasets.ColumnType;
import dev.accepted.datasets.Query;
import dev.accepted.datasets.Query.Aggregate;
import dev.accepted.datasets.Query.Function;
import dev.accepted.job.InvalidInput.Violation;
import dev.accepted.types.reports.ReportParameters.ChartParameter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Holds a plan against the columns of its dataset, and collects all that doesn't fit. */
final class ReportCheck {

  private final Query query;
  private final List<Column> columns;
  private final List<Violation> violations = new ArrayList<>();

  private ReportCheck(Query query, List<Column> columns) {
    this.query = query;
    this.columns = columns;
  }

  /** What is wrong, with JSON Pointers into the parameters; empty if nothing is. */
  static List<Violation> of(ReportPlan plan, List<Column> columns) {
    ReportCheck check = new ReportCheck(plan.query(), columns);
    check.names("/groupBy/", plan.query().groupBy(), columns);
    for (int i = 0; i < plan.query().aggregates().size(); i++) {
      check.aggregate("/aggregates/" + i, plan.query().aggregates().get(i));
    }
    check.names("/columns/", plan.query().columns(), AnswerColumns.computed(plan.query(), columns));
    check.sort(plan);
    check.violations.addAll(FilterCheck.of(plan.query().filters(), columns));
    check.uniqueNames();
    plan.chart().ifPresent(check::chart);
    return check.violations;
  }

  private void wrong(String pointer, String detail) {
    violations.add(new Violation(pointer, detail));
  }

  private void names(String pointer, List<String> names, List<Column> known) {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < names.size(); i++) {
      if (AnswerColumns.find(names.get(i), known).isEmpty()) {
        wrong(pointer + i, unknown(names.get(i), known));
      } else if (!seen.add(names.get(i))) {
        wrong(pointer + i, "the column " + names.get(i) + " is named twice");
      }
    }
  }

  /** The sentence that there is no such column, and which there are. */
  static String unknown(String name, List<Column> known) {
    String names = known.stream().limit(50).map(Column::name).collect(Collectors.joining(", "));
    return "there is no column " + name + "; there are " + names;
  }

  private void aggregate(String pointer, Aggregate aggregate) {
    String name = aggregate.column();
    if (name == null) {
      if (aggregate.function() != Function.COUNT) {
        wrong(pointer, aggregate.function().wireName() + " needs a column");
      }
      return;
    }
    ColumnType type = AnswerColumns.find(name, columns).map(Column::type).orElse(null);
    if (type == null) {
      wrong(pointer + "/column", unknown(name, columns));
    } else if (needsNumbers(aggregate.function()) && !isNumber(type)) {
      wrong(
          pointer + "/column",
          "%s needs a column of numbers; %s is %s"
              .formatted(aggregate.function().wireName(), name, type.wireName()));
    }
  }

  private static boolean needsNumbers(Function function) {
    return switch (function) {
      case SUM, AVG, MEDIAN -> true;
      case COUNT, MIN, MAX -> false;
    };
  }

  private static boolean isNumber(ColumnType type) {
    return type == ColumnType.INTEGER || type == ColumnType.DECIMAL;
  }

  private void sort(ReportPlan plan) {
    List<Column> known = plan.isPlain() ? columns : AnswerColumns.computed(query, columns);
    for (int i = 0; i < query.sort().size(); i++) {
      String name = query.sort().get(i).column();
      if (AnswerColumns.find(name, known).isEmpty()) {
        wrong("/sort/" + i + "/column", unknown(name, known));
      }
    }
  }

  private void uniqueNames() {
    Set<String> seen = new HashSet<>(query.groupBy());
    for (int i = 0; i < query.aggregates().size(); i++) {
      String name = query.aggregates().get(i).as();
      if (!seen.add(name)) {
        wrong("/aggregates/" + i, "the answer has another column " + name + "; rename it by as");
      }
    }
  }

  private void chart(ChartParameter chart) {
    List<Column> answer = AnswerColumns.of(query, columns);
    ColumnType x = AnswerColumns.find(chart.x(), answer).map(Column::type).orElse(null);
    ColumnType y = AnswerColumns.find(chart.y(), answer).map(Column::type).orElse(null);
    if (x == null) {
      wrong("/chart/x", unknown(chart.x(), answer));
    } else if (chart.kind().equals("scatter")
        && (x == ColumnType.TEXT || x == ColumnType.BOOLEAN)) {
      wrong("/chart/x", "a scatter plot needs numbers or dates; " + chart.x() + " has neither");
    }
    if (y == null) {
      wrong("/chart/y", unknown(chart.y(), answer));
    } else if (!isNumber(y)) {
      wrong("/chart/y", "a plot needs a column of numbers; " + chart.y() + " is " + y.wireName());
    }
  }
}
