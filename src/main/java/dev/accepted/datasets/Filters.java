package dev.accepted.datasets;

import dev.accepted.datasets.Query.Filter;
import java.util.List;
import java.util.Objects;

/** Filters as SQL. */
record Filters(TableDialect dialect) {

  private static final int MOST_VALUES = 10_000;

  /** A statement of PostgreSQL's takes 65,535. */
  private static final int MOST_VALUES_OF_ALL = 50_000;

  /** The conditions that a row must pass, each after an {@code and}. */
  Sql where(DataTable table, List<Filter> filters) throws InvalidQuery {
    int values = filters.stream().mapToInt(filter -> filter.values().size()).sum();
    if (values > MOST_VALUES_OF_ALL) {
      throw new InvalidQuery(
          "the filters have %d values, more than %d".formatted(values, MOST_VALUES_OF_ALL));
    }
    Sql where = Sql.of("");
    for (Filter filter : filters) {
      where = where.then("and").then(condition(table, filter));
    }
    return where;
  }

  private Sql condition(DataTable table, Filter filter) throws InvalidQuery {
    int place = table.place(filter.column());
    Column column = table.columns().get(place);
    checkCount(filter);
    Object[] values = new Object[filter.values().size()];
    for (int i = 0; i < values.length; i++) {
      Object value = FilterValues.fit(column, filter.values().get(i));
      values[i] = Objects.requireNonNullElse(dialect.bound(value), value);
    }
    String name = DataTable.column(place);
    return switch (filter.operator()) {
      case EQ -> Sql.of(name + " = ?", values);
      case NE -> Sql.of(name + " is distinct from ?", values);
      case LT -> ordered(column, "%s < %s", name, values);
      case LE -> ordered(column, "%s <= %s", name, values);
      case GT -> ordered(column, "%s > %s", name, values);
      case GE -> ordered(column, "%s >= %s", name, values);
      case BETWEEN -> ordered(column, "%1$s between %2$s and %2$s", name, values);
      case IS_NULL -> Sql.of(name + " is null");
      case IN -> in(name, values);
      case CONTAINS -> contains(column, name, values);
    };
  }

  private Sql ordered(Column column, String comparison, String name, Object[] values) {
    boolean text = column.type() == ColumnType.TEXT;
    return Sql.of(
        text
            ? comparison.formatted(dialect.inOrder(name), dialect.inOrder("?"))
            : comparison.formatted(name, "?"),
        values);
  }

  private static void checkCount(Filter filter) throws InvalidQuery {
    int count = filter.values().size();
    boolean fits =
        switch (filter.operator()) {
          case IN -> count <= MOST_VALUES;
          case IS_NULL -> count == 0;
          case BETWEEN -> count == 2;
          default -> count == 1;
        };
    if (!fits) {
      throw new InvalidQuery(
          "a filter on '%s' can't take %d values".formatted(filter.column(), count));
    }
  }

  private static Sql in(String name, Object[] values) {
    return values.length == 0
        ? Sql.of("false")
        : Sql.of(name + " in (?" + ", ?".repeat(values.length - 1) + ")", values);
  }

  private static Sql contains(Column column, String name, Object[] values) throws InvalidQuery {
    if (column.type() != ColumnType.TEXT) {
      throw new InvalidQuery(
          "'%s' holds %s, only text can be searched"
              .formatted(column.name(), column.type().wireName()));
    }
    return Sql.of("position(? in " + name + ") > 0", values);
  }
}
