package dev.accepted.types.reports;

import dev.accepted.datasets.Query;
import dev.accepted.datasets.Query.Aggregate;
import dev.accepted.job.InvalidInput.Violation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether each column that a plan names is there. */
final class NameCheck {

  private static final int MOST_NAMED = 50;

  private final List<Violation> violations = new ArrayList<>();

  private NameCheck() {}

  /**
   * What is missing.
   *
   * @param names of the dataset's columns
   */
  static List<Violation> of(ReportPlan plan, List<String> names) {
    NameCheck check = new NameCheck();
    Query query = plan.query();
    for (int i = 0; i < query.filters().size(); i++) {
      check.known("/filters/" + i + "/column", query.filters().get(i).column(), names);
    }
    for (int i = 0; i < query.aggregates().size(); i++) {
      check.known("/aggregates/" + i + "/column", query.aggregates().get(i).column(), names);
    }
    check.each("/groupBy/", query.groupBy(), names);
    List<String> available = plan.isPlain() ? names : computed(query);
    check.each("/columns/", query.columns(), available);
    for (int i = 0; i < query.sort().size(); i++) {
      check.known("/sort/" + i + "/column", query.sort().get(i).column(), available);
    }
    List<String> answer = query.columns().isEmpty() ? available : query.columns();
    plan.chart().ifPresent(chart -> check.known("/chart/x", chart.x(), answer));
    plan.chart().ifPresent(chart -> check.known("/chart/y", chart.y(), answer));
    return check.violations;
  }

  private static List<String> computed(Query query) {
    List<String> names = new ArrayList<>(query.groupBy());
    query.aggregates().stream().map(Aggregate::as).forEach(names::add);
    return names;
  }

  private void each(String pointer, List<String> wanted, List<String> names) {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < wanted.size(); i++) {
      known(pointer + i, wanted.get(i), names);
      if (!seen.add(wanted.get(i))) {
        violations.add(new Violation(pointer + i, wanted.get(i) + " is named twice"));
      }
    }
  }

  private void known(String pointer, @Nullable String name, List<String> names) {
    if (name != null && !names.contains(name)) {
      String there = String.join(", ", names.subList(0, Math.min(names.size(), MOST_NAMED)));
      violations.add(new Violation(pointer, "there is no column " + name + " among " + there));
    }
  }
}
