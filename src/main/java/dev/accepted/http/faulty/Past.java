package dev.accepted.http.faulty;

import dev.accepted.faulty.Fault;
import dev.accepted.faulty.Moment;
import java.util.HashMap;
import java.util.Map;

/** What was answered about a job, to one caller, as far as faults go by it. */
final class Past {

  private final Map<String, Integer> answers = new HashMap<>();
  private boolean seen;
  private int number;

  /**
   * Whether it is the turn of this answer.
   *
   * @param counts whether it is one more; not so for HEAD, which is answered like the last GET
   */
  synchronized boolean isTurn(Fault fault, boolean counts) {
    if (!fault.turn().counts()) {
      return true;
    }
    int answer = counts ? answers.merge(fault.name(), 1, Integer::sum) : last(fault);
    return fault.turn().isOf(answer);
  }

  private int last(Fault fault) {
    return Math.max(1, answers.getOrDefault(fault.name(), 0));
  }

  /** 404 means that it is there no more, if it was there; otherwise that it never was. */
  synchronized Moment missing() {
    return seen ? Moment.GONE : Moment.UNKNOWN;
  }

  /** From 1, another each time. */
  synchronized int next() {
    return ++number;
  }

  /** It is there. */
  synchronized void see() {
    seen = true;
  }
}
