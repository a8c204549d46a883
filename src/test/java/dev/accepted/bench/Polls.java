package dev.accepted.bench;

import dev.accepted.bench.load.Once;
import dev.accepted.bench.load.Request;
import dev.accepted.bench.report.Goal;
import dev.accepted.bench.server.Subject;
import java.io.IOException;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;

/**
 * Polls of status monitors, each kind with its ceiling.
 *
 * @param active of one job that runs: 200
 * @param unchanged of the same, by a client that has the representation: 304
 * @param finished of one job that has finished: 303
 * @param many of many finished jobs, at random: 303
 */
record Polls(Pair active, Pair unchanged, Pair finished, Pair many) {

  private static final Goal GOAL = Goal.timesCeiling(1.2);
  private static final long SEED = 42;

  /**
   * Teaches the ceiling.
   *
   * @param activeJob path of its monitor
   * @param finishedJobs paths of their monitors
   */
  static Polls of(Subject subject, String activeJob, List<String> finishedJobs)
      throws IOException, InterruptedException {
    Fixtures fixtures = new Fixtures(subject);
    Request poll = Request.get(activeJob);
    String tag = Once.send(subject.url(), poll).header("ETag").orElseThrow();
    Request again = Request.get(activeJob, "If-None-Match: " + tag);
    List<Request> polls = finishedJobs.stream().map(Request::get).toList();
    Request one = polls.get(0);
    SplittableRandom random = new SplittableRandom(SEED);
    String leads = fixtures.ceilingFor("303", one);
    return new Polls(
        pair("poll of a running job (200)", always(poll), 200, fixtures.ceilingFor("200", poll)),
        pair("the same, unchanged (304)", always(again), 304, fixtures.ceilingFor("304", again)),
        pair("poll of a finished job (303)", always(one), 303, leads),
        pair(
            "poll of %,d finished jobs (303)".formatted(polls.size()),
            () -> polls.get(random.nextInt(polls.size())),
            303,
            leads));
  }

  List<Pair> all() {
    return List.of(active, unchanged, finished, many);
  }

  private static Supplier<Request> always(Request request) {
    return () -> request;
  }

  private static Pair pair(
      String what, Supplier<Request> requests, int status, String ceilingPath) {
    Request ceiling = Request.get(ceilingPath);
    return new Pair(
        new Workload(what, requests, status),
        new Workload("ceiling", always(ceiling), status),
        GOAL);
  }
}
