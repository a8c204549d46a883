package dev.accepted.datasets;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Rows can't be appended to a dataset whose columns are others; the message is for people. */
public final class ColumnsDiffer extends Exception {

  private static final long serialVersionUID = 1L;

  public ColumnsDiffer(String message) {
    super(message);
  }

  /** Passes if both have the same columns, in any order. */
  static void check(List<Column> present, List<Column> added) throws ColumnsDiffer {
    Optional<ColumnsDiffer> difference = between(present, added);
    if (difference.isPresent()) {
      throw difference.get();
    }
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
