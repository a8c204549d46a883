package dev.accepted.types.reports;

import dev.accepted.datasets.Query;
import dev.accepted.datasets.Query.Aggregate;
import dev.accepted.datasets.Query.Filter;
import dev.accepted.datasets.Query.Sort;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A query in words, for those who read its answer. */
final class QueryWords {

  private QueryWords() {}

  /**
   * A line for each thing the query asks.
   *
   * @param source where the rows come from: a dataset's or a file's name
   */
  static List<String> of(Query query, String source) {
    List<String> facts = new ArrayList<>();
    facts.add("Source: " + source);
    if (!query.filters().isEmpty()) {
      facts.add("Filter: " + join(query.filters().stream().map(QueryWords::filter).toList()));
    }
    if (!query.groupBy().isEmpty()) {
      facts.add("Grouped by: " + String.join(", ", query.groupBy()));
    }
    List<String> renamed = query.aggregates().stream().map(QueryWords::aggregate).toList();
    if (!renamed.isEmpty()) {
      facts.add("Computed: " + join(renamed));
    }
    if (!query.sort().isEmpty()) {
      facts.add("Sorted by: " + join(query.sort().stream().map(QueryWords::sort).toList()));
    }
    if (query.limit() > 0) {
      facts.add("Limited to: " + CellText.count(query.limit()) + " rows");
    }
    return facts;
  }

  private static String join(List<String> parts) {
    return String.join("; ", parts);
  }

  private static String filter(Filter filter) {
    String values =
        filter.values().stream().map(QueryWords::value).collect(Collectors.joining(", "));
    String condition =
        switch (filter.operator()) {
          case EQ -> "is " + values;
          case NE -> "is not " + values;
          case LT -> "below " + values;
          case LE -> "at most " + values;
          case GT -> "above " + values;
          case GE -> "at least " + values;
          case IN -> "one of " + values;
          case CONTAINS -> "contains " + values;
          case BETWEEN -> "from " + values(filter) + " (both included)";
          case IS_NULL -> "is empty";
        };
    return filter.column() + " " + condition;
  }

  private static String values(Filter between) {
    return between.values().stream().map(QueryWords::value).collect(Collectors.joining(" to "));
  }

  private static String value(Object value) {
    return value instanceof String text ? "“" + text + "”" : value.toString();
  }

  private static String aggregate(Aggregate aggregate) {
    String words =
        switch (aggregate.function()) {
          case COUNT -> aggregate.column() == null ? "number of rows" : "number of values of ";
          case SUM -> "sum of ";
          case AVG -> "average of ";
          case MIN -> "least ";
          case MAX -> "greatest ";
          case MEDIAN -> "median of ";
        };
    String column = aggregate.column();
    return aggregate.as() + " = " + words + (column == null ? "" : column);
  }

  private static String sort(Sort sort) {
    return sort.column() + (sort.descending() ? ", descending" : "");
  }
}
