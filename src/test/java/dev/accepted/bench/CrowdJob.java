package dev.accepted.bench;

import dev.accepted.bench.load.Answer;
import dev.accepted.bench.load.ClosedLoop;
import dev.accepted.bench.load.Request;
import dev.accepted.bench.server.Subject;
import dev.accepted.bench.subject.Order;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A job that somebody waits for.
 *
 * @param path its monitor's
 * @param group a label that it shares with a few others
 */
record CrowdJob(String path, String group) {

  private static final String LABEL = "crowd";
  private static final String LABELED = "\"" + LABEL + "\":\"";
  private static final int GROUP = 4;

  /** Its id. */
  String id() {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** Its own events. */
  Request follow() {
    return Request.follow(path + "/events");
  }

  /** The events of its group. */
  Request followGroup() {
    return Request.follow("/api/events?limit=0&label=" + LABEL + ':' + group);
  }

  /** Waits for it. */
  Request await() {
    return Request.get(path, "Prefer: wait=60");
  }

  /** Submits jobs that wait at the gate. */
  static List<CrowdJob> submit(Subject subject, int number, int connections) throws IOException {
    List<CrowdJob> jobs = new ArrayList<>();
    AtomicInteger next = new AtomicInteger();
    new ClosedLoop(subject.url(), connections)
        .send(() -> submission(next.getAndIncrement()), number, answer -> jobs.add(of(answer)))
        .onlyOf(202);
    return jobs;
  }

  private static Request submission(int number) {
    return Request.post("/api/gated?label=" + LABEL + ':' + number / GROUP, Order.EXAMPLE);
  }

  private static CrowdJob of(Answer accepted) {
    String body = accepted.body();
    int begin = body.indexOf(LABELED) + LABELED.length();
    return new CrowdJob(Fixtures.path(accepted), body.substring(begin, body.indexOf('"', begin)));
  }
}
