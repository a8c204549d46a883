package dev.accepted.datasets;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The columns of a grouped answer, by name. */
final class AnswerColumns {

  private final Map<String, Integer> places = new HashMap<>();

  AnswerColumns(List<Column> columns) throws InvalidQuery {
    for (Column column : columns) {
      if (places.put(column.name(), places.size()) != null) {
        throw new InvalidQuery("two columns of the answer are called '" + column.name() + "'");
      }
    }
  }

  /** From 0. */
  int place(String name) throws InvalidQuery {
    Integer place = places.get(name);
    if (place == null) {
      throw new InvalidQuery("the groups have no column '" + name + "'");
    }
    return place;
  }

  /** The places of those columns; of all, if none is named. */
  List<Integer> choose(List<String> names) throws InvalidQuery {
    if (names.isEmpty()) {
      return IntStream.range(0, places.size()).boxed().toList();
    }
    List<Integer> chosen = new ArrayList<>();
    for (String name : names) {
      chosen.add(place(name));
    }
    return chosen;
  }
}
