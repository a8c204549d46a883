package dev.accepted.faulty;

import jakarta.json.JsonObject;

/**
 * Which of a job's answers that it would be at a fault changes.
 *
 * @param from the first of them, from 1
 * @param to the last of them
 * @param every only each such one: 1 for all, 3 for the third, the sixth, …
 */
public record Turn(int from, int to, int every) {

  static final Turn ALWAYS = new Turn(1, Integer.MAX_VALUE, 1);

  static Turn of(JsonObject fault) {
    if (fault.containsKey("first")) {
      return new Turn(1, fault.getInt("first"), 1);
    }
    return fault.containsKey("every")
        ? new Turn(1, Integer.MAX_VALUE, fault.getInt("every"))
        : fault.containsKey("from") ? new Turn(fault.getInt("from"), Integer.MAX_VALUE, 1) : ALWAYS;
  }

  /** Whether answers have to be counted for it. */
  public boolean counts() {
    return !equals(ALWAYS);
  }

  /** Whether it is that one's turn; from 1. */
  public boolean isOf(int answer) {
    return answer >= from && answer <= to && answer % every == 0;
  }
}
