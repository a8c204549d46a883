package dev.accepted.bench;

import dev.accepted.bench.load.ClosedLoop;
import dev.accepted.bench.load.Connection;
import dev.accepted.bench.load.Connections;
import dev.accepted.bench.load.Request;
import dev.accepted.bench.report.Goal;
import dev.accepted.bench.report.Line;
import dev.accepted.bench.report.Report;
import dev.accepted.bench.report.Series;
import dev.accepted.bench.server.Meter;
import dev.accepted.bench.server.Subject;
import dev.accepted.bench.subject.Order;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Many requests that wait, one for each of as many queued jobs. Some of these are canceled, one
 * after the other, and who waited for them is answered.
 */
final class Waiting {

  private static final String SECTION = "long polls";
  private static final double MOST_BYTES = 10 * 1024;
  private static final double MOST_MILLIS = 50;
  private static final double MOST_THREADS = 64;
  private static final int CANCELS_A_SECOND = 100;
  private static final int SECONDS = 8;
  private static final int CONTROLS = 8;
  private static final String HEAP = "/api/bench/controls/heap";
  private static final String THREADS = "/api/bench/controls/threads";

  /** The first ones run, up to the gate; which these are, the answers' order tells only roughly. */
  private static final int MAY_RUN = 100;

  private final Subject subject;
  private final Options options;

  Waiting(Subject subject, Options options) {
    this.subject = subject;
    this.options = options;
  }

  /** Measures and reports. */
  void run(Report report) throws IOException, InterruptedException {
    long before = Runs.count(subject);
    List<String> jobs = queued();
    int canceled = Math.min(jobs.size(), CANCELS_A_SECOND * SECONDS);
    long heap = subject.number(HEAP);
    long threads = subject.number(THREADS);
    try (Connections open = new Connections(subject.url(), jobs.size() + CONTROLS)) {
      List<Connection> connections = open.all();
      for (int i = 0; i < jobs.size(); i++) {
        connections.get(i).send(Request.get(jobs.get(i), "Prefer: wait=60"), 0, i);
      }
      Rest.await(subject);
      double each = (subject.number(HEAP) - heap) / (double) jobs.size();
      report.add(line("heap of one of %,d".formatted(jobs.size()), "bytes", each, MOST_BYTES));
      report.add(
          line(
              "threads more",
              "threads",
              (double) (subject.number(THREADS) - threads),
              MOST_THREADS));
      Latency woken = new Latency("change to answer");
      List<Connection> controls = connections.subList(jobs.size(), connections.size());
      Meter meter = subject.meter();
      meter.opened();
      woken.add(new Cancels(open, controls, jobs, canceled).run(CANCELS_A_SECOND));
      meter.closed();
      Series others = Series.of(meter.cost().othersPercent());
      woken.reportHighest(report, SECTION, others, MOST_MILLIS);
    }
    Submitting.gate(subject, true);
    Runs.await(subject, before + MAY_RUN + jobs.size() - canceled);
    Submitting.gate(subject, false);
  }

  private static Line line(String what, String unit, double figure, double most) {
    return Line.of(SECTION, what, unit, Series.of(figure)).with(Goal.atMost(most));
  }

  private List<String> queued() throws IOException {
    List<String> jobs = new ArrayList<>();
    Request submit = Request.post("/api/gated", Order.EXAMPLE);
    new ClosedLoop(subject.url(), options.connections())
        .send(() -> submit, options.waiting() + MAY_RUN, answer -> jobs.add(Fixtures.path(answer)))
        .onlyOf(202);
    return jobs.subList(MAY_RUN, jobs.size());
  }
}
