package dev.accepted.bench;

import dev.accepted.bench.load.Answer;
import dev.accepted.bench.load.Once;
import dev.accepted.bench.load.Request;
import dev.accepted.bench.server.Subject;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Waits for jobs, asking as little of the server as it can. */
final class Runs {

  private static final long LOOK_AGAIN_MILLIS = 20;
  private static final long PATIENCE_NANOS = TimeUnit.MINUTES.toNanos(3);
  private static final int LAST = 64;

  private Runs() {}

  /** How many jobs have been run since the server started. */
  static long count(Subject subject) throws IOException, InterruptedException {
    return Long.parseLong(subject.get("/api/bench/controls/runs"));
  }

  /** Waits until that many have been run; their endings may not be stored yet. */
  static void await(Subject subject, long runs) throws IOException, InterruptedException {
    long end = System.nanoTime() + PATIENCE_NANOS;
    for (long now = count(subject); now < runs; now = count(subject)) {
      again(end);
    }
  }

  /**
   * Waits until the last of these have finished. When all have been run, only the few that were
   * running at the end can be unfinished.
   */
  static void awaitFinished(Subject subject, List<String> monitors)
      throws IOException, InterruptedException {
    long end = System.nanoTime() + PATIENCE_NANOS;
    for (String monitor : monitors.subList(Math.max(0, monitors.size() - LAST), monitors.size())) {
      Request poll = Request.get(monitor);
      for (Answer now = poll(subject, poll); now.status() == 200; now = poll(subject, poll)) {
        again(end);
      }
    }
  }

  private static Answer poll(Subject subject, Request request) throws IOException {
    return Once.send(subject.url(), request);
  }

  private static void again(long end) throws IOException, InterruptedException {
    if (System.nanoTime() > end) {
      throw new IOException("jobs don't finish");
    }
    TimeUnit.MILLISECONDS.sleep(LOOK_AGAIN_MILLIS);
  }
}
