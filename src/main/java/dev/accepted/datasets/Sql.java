package dev.accepted.datasets;

import java.util.ArrayList;
import java.util.List;

/** A piece of SQL with the values to be bound to it. */
record Sql(String text, List<Object> values) {

  Sql {
    values = List.copyOf(values);
  }

  static Sql of(String text, Object... values) {
    return new Sql(text, List.of(values));
  }

  /** Both, with a blank between. */
  Sql then(Sql next) {
    List<Object> all = new ArrayList<>(values);
    all.addAll(next.values);
    return new Sql(text + " " + next.text, all);
  }

  Sql then(String next, Object... nextValues) {
    return then(of(next, nextValues));
  }

  /** In the form that {@link dev.accepted.sql.Session} takes. */
  Object[] arguments() {
    return values.toArray();
  }
}
