package dev.accepted.datasets;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The table in which rows lie. Its name and those of its columns are made from numbers, so no name
 * that a client or a file has chosen ever stands in SQL.
 */
record DataTable(long number, List<Column> columns) {

  DataTable {
    columns = List.copyOf(columns);
  }

  /** As SQL wants it. */
  String name() {
    return name(number);
  }

  private static String name(long number) {
    return "rows_" + number;
  }

  /** The column at that place, from 0, as SQL wants it. */
  static String column(int place) {
    return "c" + (place + 1);
  }

  /** The place, from 0, of the column that a query names. */
  int place(String wanted) throws InvalidQuery {
    for (int place = 0; place < columns.size(); place++) {
      if (columns.get(place).name().equals(wanted)) {
        return place;
      }
    }
    throw new InvalidQuery("there is no column '%s'".formatted(wanted));
  }

  /** All columns, with commas between. */
  String columnList() {
    return IntStream.range(0, columns.size())
        .mapToObj(DataTable::column)
        .collect(Collectors.joining(", "));
  }

  String createSql(TableDialect dialect) {
    String definitions =
        IntStream.range(0, columns.size())
            .mapToObj(
                place -> ", " + column(place) + " " + dialect.sqlType(columns.get(place).type()))
            .collect(Collectors.joining());
    return "create table %s (n bigint primary key%s)".formatted(name(), definitions);
  }

  String insertSql() {
    return "insert into %s (n, %s) values (?%s)"
        .formatted(name(), columnList(), ", ?".repeat(columns.size()));
  }

  /**
   * Copies the rows of a table that has the same columns, be it in another order, behind those that
   * are here; its argument is their number.
   */
  String copySql(DataTable from) {
    String values =
        columns.stream()
            .map(column -> column(from.columns().indexOf(column)))
            .collect(Collectors.joining(", "));
    return "insert into %s (n, %s) select n + ?, %s from %s order by n"
        .formatted(name(), columnList(), values, from.name());
  }

  static String dropSql(long number) {
    return "drop table if exists " + name(number);
  }
}
