package dev.accepted.datasets;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A question to a dataset, in names and values only.
 *
 * <p>Without grouping and aggregates the answer has {@code columns} (all, if empty). With either,
 * it has the columns of {@code groupBy} and then one for each aggregate; {@code columns}, if given,
 * chooses among these.
 *
 * @param columns names, in the order wanted; empty for all
 * @param filters all of which a row must pass
 * @param groupBy names; empty for none
 * @param sort by columns of the answer, or of the dataset where nothing is grouped
 * @param limit most rows, 0 for all
 */
public record Query(
    List<String> columns,
    List<Filter> filters,
    List<String> groupBy,
    List<Aggregate> aggregates,
    List<Sort> sort,
    long limit) {

  /** Everything, in the order in which it was loaded. */
  public static final Query ALL =
      new Query(List.of(), List.of(), List.of(), List.of(), List.of(), 0);

  public Query {
    columns = List.copyOf(columns);
    filters = List.copyOf(filters);
    groupBy = List.copyOf(groupBy);
    aggregates = List.copyOf(aggregates);
    sort = List.copyOf(sort);
  }

  /** How a filter compares. */
  public enum Operator {
    EQ,
    NE,
    LT,
    LE,
    GT,
    GE,
    IN,
    CONTAINS,
    BETWEEN,
    IS_NULL
  }

  /**
   * One condition.
   *
   * @param values one for most operators; two for {@code BETWEEN} (both inclusive); any number for
   *     {@code IN}; none for {@code IS_NULL}. Text, numbers ({@link java.math.BigDecimal}, {@link
   *     Long}) or booleans, converted to the column's type
   */
  public record Filter(String column, Operator operator, List<Object> values) {}

  /** What an aggregate computes. */
  public enum Function {
    COUNT,
    SUM,
    AVG,
    MIN,
    MAX,
    MEDIAN;

    /** The spelling on the wire: lower case. */
    public String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * One aggregate.
   *
   * @param column null only for {@code COUNT}, which then counts rows
   * @param as the name of its column in the answer
   */
  public record Aggregate(Function function, @Nullable String column, String as) {}

  /** One level of order; empty values come last. */
  public record Sort(String column, boolean descending) {}
}
