package dev.accepted.types.reports;

import dev.accepted.datasets.Column;
import dev.accepted.datasets.ColumnType;
import dev.accepted.datasets.FilterValues;
import dev.accepted.datasets.InvalidQuery;
import dev.accepted.datasets.Query.Aggregate;
import dev.accepted.datasets.Query.Filter;
import dev.accepted.datasets.Query.Operator;
import dev.accepted.job.InvalidInput.Violation;
import dev.accepted.types.reports.ReportParameters.ChartParameter;
import java.util.ArrayList;
import java.util.List;

/** Whether what a plan does with a column suits what the column holds. */
final class TypeCheck {

  private final List<Violation> violations = new ArrayList<>();

  private TypeCheck() {}

  /** What doesn't suit; columns that don't exist are not looked at. */
  static List<Violation> of(ReportPlan plan, List<Column> columns) {
    TypeCheck check = new TypeCheck();
    for (int i = 0; i < plan.query().aggregates().size(); i++) {
      Aggregate aggregate = plan.query().aggregates().get(i);
      String pointer = "/aggregates/" + i + "/column";
      AnswerColumns.find(aggregate.column(), columns)
          .ifPresent(column -> check.aggregate(pointer, aggregate, column));
    }
    for (int i = 0; i < plan.query().filters().size(); i++) {
      Filter filter = plan.query().filters().get(i);
      String pointer = "/filters/" + i;
      AnswerColumns.find(filter.column(), columns)
          .ifPresent(column -> check.filter(pointer, filter, column));
    }
    List<Column> answer = AnswerColumns.of(plan.query(), columns);
    plan.chart().ifPresent(chart -> check.chart(chart, answer));
    return check.violations;
  }

  private void aggregate(String pointer, Aggregate aggregate, Column column) {
    boolean suits =
        switch (aggregate.function()) {
          case SUM, AVG, MEDIAN -> isNumber(column);
          case COUNT, MIN, MAX -> true;
        };
    if (!suits) {
      String function = aggregate.function().wireName();
      wrong(pointer, function + " needs numbers; " + described(column));
    }
  }

  private void filter(String pointer, Filter filter, Column column) {
    if (!suits(filter.operator(), column.type())) {
      wrong(pointer + "/op", "not possible here: " + described(column));
    }
    try {
      for (Object value : filter.values()) {
        FilterValues.fit(column, value);
      }
    } catch (InvalidQuery unfit) {
      wrong(pointer + "/value", String.valueOf(unfit.getMessage()));
    }
  }

  private static boolean suits(Operator operator, ColumnType type) {
    return switch (operator) {
      case CONTAINS -> type == ColumnType.TEXT;
      case LT, LE, GT, GE, BETWEEN -> type != ColumnType.BOOLEAN;
      case EQ, NE, IN, IS_NULL -> true;
    };
  }

  private void chart(ChartParameter chart, List<Column> answer) {
    AnswerColumns.find(chart.x(), answer)
        .filter(x -> chart.kind().equals("scatter") && !isScale(x))
        .ifPresent(x -> wrong("/chart/x", "needs numbers or dates; " + described(x)));
    AnswerColumns.find(chart.y(), answer)
        .filter(y -> !isNumber(y))
        .ifPresent(y -> wrong("/chart/y", "needs numbers; " + described(y)));
  }

  private void wrong(String pointer, String detail) {
    violations.add(new Violation(pointer, detail));
  }

  private static boolean isNumber(Column column) {
    return column.type() == ColumnType.INTEGER || column.type() == ColumnType.DECIMAL;
  }

  private static boolean isScale(Column column) {
    return column.type() != ColumnType.TEXT && column.type() != ColumnType.BOOLEAN;
  }

  private static String described(Column column) {
    return column.name() + " holds " + column.type().wireName();
  }
}
