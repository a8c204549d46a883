package dev.accepted.bench.report;

import java.util.List;
import java.util.TreeMap;

/** The report as a page of Markdown, which reads well on a terminal, too. */
public final class Table {

  private static final List<String> COLUMNS =
      List.of(
          "what",
          "median",
          "range",
          "unit",
          "ceiling",
          "ratio",
          "range of ratios",
          "goal",
          "met",
          "others, % of a core");

  private Table() {}

  /** The whole page. */
  public static String of(Report report) {
    StringBuilder page = new StringBuilder();
    new TreeMap<>(report.facts())
        .forEach(
            (name, value) ->
                page.append("- ").append(name).append(": ").append(value).append('\n'));
    String section = "";
    for (Line line : report.lines()) {
      if (!line.section().equals(section)) {
        section = line.section();
        page.append("\n**").append(section).append("**\n\n").append(head());
      }
      page.append(row(cells(line)));
    }
    return page.toString();
  }

  private static String head() {
    return row(COLUMNS) + row(COLUMNS.stream().map(name -> "---").toList());
  }

  private static String row(List<String> cells) {
    return "| " + String.join(" | ", cells) + " |\n";
  }

  private static List<String> cells(Line line) {
    Series ceiling = line.ceiling();
    Goal goal = line.goal();
    Series others = line.others();
    return List.of(
        line.what(),
        Numbers.text(line.figures().median()),
        line.figures().values().size() > 1 ? Numbers.range(line.figures()) : "",
        line.unit(),
        ceiling == null ? "" : Numbers.text(ceiling.median()),
        line.ratios().map(ratios -> Numbers.text(ratios.median())).orElse(""),
        line.ratios().map(Numbers::range).orElse(""),
        goal == null ? "" : goal.text(),
        line.met().map(met -> met ? "yes" : "NO").orElse(""),
        others == null
            ? ""
            : Numbers.text(others.median()) + ", most " + Numbers.text(others.most()));
  }
}
