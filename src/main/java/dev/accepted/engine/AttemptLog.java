package dev.accepted.engine;

import dev.accepted.engine.logging.Printable;
import dev.accepted.job.LogLine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The lines of one attempt that are not stored yet. Bounded: what a body says beyond is counted,
 * not kept.
 */
final class AttemptLog {

  private static final int MOST_WAITING = 2_000;
  private static final int MOST_LINES = 20_000;
  private static final int MOST_CHARACTERS = 4_000;

  private final int attempt;
  private final List<LogLine> waiting = new ArrayList<>();
  private final long end;
  private long number;
  private long leftOut;

  /**
   * A log that goes on after the last line of the attempts before.
   *
   * @param last that line's number, 0 if there is none
   */
  AttemptLog(int attempt, long last) {
    this.attempt = attempt;
    this.number = last;
    this.end = last + MOST_LINES;
  }

  synchronized void add(Instant at, String line) {
    if (waiting.size() >= MOST_WAITING || number >= end) {
      leftOut++;
      return;
    }
    waiting.add(new LogLine(++number, attempt, at, Printable.line(line, MOST_CHARACTERS)));
  }

  /** The lines that wait, in order; they stay. */
  synchronized List<LogLine> peek() {
    return List.copyOf(waiting);
  }

  /** Takes the lines that wait, and says how many were left out. */
  synchronized List<LogLine> take(Instant now) {
    if (leftOut > 0) {
      waiting.add(new LogLine(++number, attempt, now, "… " + leftOut + " lines left out"));
      leftOut = 0;
    }
    List<LogLine> taken = List.copyOf(waiting);
    waiting.clear();
    return taken;
  }
}
