package dev.accepted.bench;

import dev.accepted.bench.load.Answer;
import dev.accepted.bench.load.Connection;
import dev.accepted.bench.load.Connections;
import dev.accepted.bench.load.Request;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Cancels jobs at a fixed rate, while for each a request waits that is tagged with its number. */
final class Cancels {

  /** Tags what doesn't wait. */
  static final long CONTROL = -1;

  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(20);

  private final Connections open;
  private final List<String> jobs;
  private final Deque<Connection> idle;
  private final long[] due;
  private final long[] woken;
  private int answers;

  /**
   * What is to be canceled.
   *
   * @param idle the connections on which to do so; the others wait
   * @param number how many of the jobs, the first ones
   */
  Cancels(Connections open, List<Connection> idle, List<String> jobs, int number) {
    this.open = open;
    this.idle = new ArrayDeque<>(idle);
    this.jobs = jobs;
    due = new long[number];
    woken = new long[number];
  }

  /** Does so; nanoseconds from when each cancel was to be sent until the waiting one's answer. */
  long[] run(int rate) throws IOException {
    long start = System.nanoTime();
    for (int job = 0; job < due.length; job++) {
      due[job] = start + job * TimeUnit.SECONDS.toNanos(1) / rate;
      while (System.nanoTime() < due[job] || idle.isEmpty()) {
        open.serve(1, this::answered);
      }
      idle.remove().send(Request.post(jobs.get(job) + "/cancel", "{}"), due[job], CONTROL);
    }
    while (answers < due.length) {
      open.serve(1, this::answered);
      if (System.nanoTime() - start > PATIENCE_NANOS + due[due.length - 1] - start) {
        throw new IOException((due.length - answers) + " waiting requests were not woken");
      }
    }
    return woken;
  }

  private void answered(Connection connection, Answer answer, long now) {
    if (answer.status() != 200) {
      throw new IllegalStateException("not as expected: " + answer.head());
    }
    if (connection.tag() == CONTROL) {
      idle.add(connection);
      return;
    }
    int job = (int) connection.tag();
    if (job >= due.length || due[job] == 0) {
      throw new IllegalStateException("woken without a change: " + answer.body());
    }
    woken[job] = now - due[job];
    answers++;
  }
}
