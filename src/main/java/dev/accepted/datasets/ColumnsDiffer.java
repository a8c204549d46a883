package dev.accepted.datasets;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Rows can't be appended to a dataset whose columns are others; the message is for people. */
public final class ColumnsDiffer extends LoadRefused {

  private static final long serialVersionUID = 1L;

  public ColumnsDiffer(String message) {
    super(message);
  }

  @Override
  public String code() {
    return "columns-differ";
  }

  /** None, if both have the same columns, in any order. */
  static Optional<ColumnsDiffer> between(List<Column> present, List<Column> added) {
    Set<Column> missing = new HashSet<>(present);
    added.forEach(missing::remove);
    Set<Column> unknown = new HashSet<>(added);
    present.forEach(unknown::remove);
    return missing.isEmpty() && unknown.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new ColumnsDiffer(
                "the dataset has the columns " + describe(present) + ", not " + describe(added)));
  }

  private static String describe(List<Column> columns) {
    return columns.stream()
        .map(column -> column.name() + " (" + column.type().wireName() + ")")
        .toList()
        .toString();
  }
}
