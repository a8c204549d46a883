package dev.accepted.faults.streams;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What one subscriber was told of the ends of jobs, over all its connections. */
final class Told {

  private final Map<String, List<Long>> ends = new HashMap<>();
  private final List<String> disorder = new ArrayList<>();
  private long highest = -1;

  /** An event of that number: the end of that job. */
  void end(long number, String job) {
    ends.computeIfAbsent(job, first -> new ArrayList<>()).add(number);
    if (number <= highest) {
      disorder.add("%d after %d".formatted(number, highest));
    }
    highest = Math.max(highest, number);
  }

  /** The numbers of the events that told the end of that job; there should be one. */
  List<Long> of(String job) {
    return ends.getOrDefault(job, List.of());
  }

  /** Numbers that were not higher than one before. */
  List<String> disorder() {
    return disorder;
  }
}
