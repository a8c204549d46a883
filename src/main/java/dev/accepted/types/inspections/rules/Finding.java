package dev.accepted.types.inspections.rules;

import java.util.List;

/**
 * Something that is wrong.
 *
 * @param exchanges the indices of those in which it was seen, ascending; empty if it is something
 *     that never came
 */
public record Finding(Rule rule, List<Integer> exchanges) {
  public Finding {
    exchanges = List.copyOf(exchanges);
  }
}
