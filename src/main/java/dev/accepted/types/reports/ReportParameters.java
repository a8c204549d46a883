package dev.accepted.types.reports;

import jakarta.json.JsonValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The input as its client wrote it; the schema says what each member may hold. What is absent is
 * null.
 *
 * @param dataset the dataset to report on; null if a file came along
 */
public record ReportParameters(
    @Nullable String dataset,
    @Nullable String format,
    @Nullable String title,
    @Nullable List<String> columns,
    @Nullable List<FilterParameter> filters,
    @Nullable List<String> groupBy,
    @Nullable List<AggregateParameter> aggregates,
    @Nullable List<SortParameter> sort,
    @Nullable Long limit,
    @Nullable ChartParameter chart) {

  /**
   * One condition.
   *
   * @param value a string, number or boolean, or an array of these; null where the operator needs
   *     none
   */
  public record FilterParameter(String column, String op, @Nullable JsonValue value) {}

  /**
   * One computed column.
   *
   * @param column null only for {@code count}, which then counts rows
   * @param as what to call it; null for a name made of both
   */
  public record AggregateParameter(String fn, @Nullable String column, @Nullable String as) {}

  /** One level of order; ascending unless {@code desc}. */
  public record SortParameter(String column, @Nullable Boolean desc) {}

  /** A plot of two columns of the answer. */
  public record ChartParameter(String kind, String x, String y) {}
}
