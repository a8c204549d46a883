package dev.accepted.datasets;

import dev.accepted.datasets.Query.Filter;
import java.util.List;

/** Filters as SQL. */
final class Filters {

  private static final int MOST_VALUES = 10_000;

  private Filters() {}

  /**
   * The condition for the rows that a query sees: those that the dataset had when it was looked up,
   * as far as they pass.
   */
  static Sql where(StoredDataset dataset, List<Filter> filters) throws InvalidQuery {
    Sql where = Sql.of("where n <= ?", dataset.info().rows());
    for (Filter filter : filters) {
      where = where.then("and").then(condition(dataset.table(), filter));
    }
    return where;
  }

  private static Sql condition(DataTable table, Filter filter) throws InvalidQuery {
    int place = table.place(filter.column());
    Column column = table.columns().get(place);
    checkCount(filter);
    Object[] values = new Object[filter.values().size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = FilterValues.fit(column, filter.values().get(i));
    }
    String name = DataTable.column(place);
    return switch (filter.operator()) {
      case EQ -> Sql.of(name + " = ?", values);
      case NE -> Sql.of(name + " is distinct from ?", values);
      case LT -> Sql.of(name + " < ?", values);
      case LE -> Sql.of(name + " <= ?", values);
      case GT -> Sql.of(name + " > ?", values);
      case GE -> Sql.of(name + " >= ?", values);
      case BETWEEN -> Sql.of(name + " between ? and ?", values);
      case IS_NULL -> Sql.of(name + " is null");
      case IN -> in(name, values);
      case CONTAINS -> contains(column, name, values);
    };
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
    return Sql.of("locate(?, " + name + ") > 0", values);
  }
}
