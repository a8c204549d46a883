package dev.accepted.types.reports;

import dev.accepted.datasets.Query;
import dev.accepted.datasets.Query.Aggregate;
import dev.accepted.datasets.Query.Filter;
import dev.accepted.datasets.Query.Function;
import dev.accepted.datasets.Query.Operator;
import dev.accepted.datasets.Query.Sort;
import dev.accepted.types.reports.ReportParameters.AggregateParameter;
import dev.accepted.types.reports.ReportParameters.ChartParameter;
import dev.accepted.types.reports.ReportParameters.FilterParameter;
import dev.accepted.types.reports.ReportParameters.SortParameter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a report's parameters ask for, with defaults in place of what is absent.
 *
 * @param query the question; its members stand in the order of the parameters'
 */
record ReportPlan(Query query, ReportFormat format, Optional<ChartParameter> chart) {

  private static final String IS_NULL = "isNull";

  /** The plan of parameters that fit the schema. */
  static ReportPlan of(ReportParameters parameters) {
    Query query =
        new Query(
            given(parameters.columns()),
            given(parameters.filters()).stream().map(ReportPlan::filter).toList(),
            given(parameters.groupBy()),
            given(parameters.aggregates()).stream().map(ReportPlan::aggregate).toList(),
            given(parameters.sort()).stream().map(ReportPlan::sort).toList(),
            Objects.requireNonNullElse(parameters.limit(), 0L));
    String format = Objects.requireNonNullElse(parameters.format(), "pdf");
    return new ReportPlan(query, ReportFormat.of(format), Optional.ofNullable(parameters.chart()));
  }

  private static <T> List<T> given(@Nullable List<T> list) {
    return list == null ? List.of() : list;
  }

  private static Filter filter(FilterParameter filter) {
    Operator operator =
        filter.op().equals(IS_NULL)
            ? Operator.IS_NULL
            : Operator.valueOf(filter.op().toUpperCase(Locale.ROOT));
    // A form may send "true" along with isNull; it adds nothing.
    List<Object> values = operator == Operator.IS_NULL ? List.of() : JsonValues.of(filter.value());
    return new Filter(filter.column(), operator, values);
  }

  private static Aggregate aggregate(AggregateParameter aggregate) {
    Function function = Function.valueOf(aggregate.fn().toUpperCase(Locale.ROOT));
    String column = aggregate.column();
    String plain = column == null ? aggregate.fn() : aggregate.fn() + "_" + column;
    return new Aggregate(function, column, Objects.requireNonNullElse(aggregate.as(), plain));
  }

  private static Sort sort(SortParameter sort) {
    return new Sort(sort.column(), Boolean.TRUE.equals(sort.desc()));
  }

  /** Whether the rows are those of the dataset, not computed from several. */
  boolean isPlain() {
    return query.groupBy().isEmpty() && query.aggregates().isEmpty();
  }
}
