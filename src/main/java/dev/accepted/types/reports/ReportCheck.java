package dev.accepted.types.reports;

import dev.accepted.datasets.Column;
import dev.accepted.job.InvalidInput.Violation;
import java.util.ArrayList;
import java.util.List;

/** Holds a plan against the columns it is about, and collects all that doesn't fit. */
final class ReportCheck {

  private ReportCheck() {}

  /** What is wrong, with JSON Pointers into the parameters; empty if nothing is. */
  static List<Violation> of(ReportPlan plan, List<Column> columns) {
    List<Violation> violations = ofNames(plan, columns.stream().map(Column::name).toList());
    violations.addAll(TypeCheck.of(plan, columns));
    return violations;
  }

  /** The same as far as it can be told from the columns' names. */
  static List<Violation> ofNames(ReportPlan plan, List<String> names) {
    List<Violation> violations = new ArrayList<>(ShapeCheck.of(plan.query()));
    violations.addAll(NameCheck.of(plan, names));
    return violations;
  }
}
