package dev.accepted.bench;

import dev.accepted.bench.load.ClosedLoop;
import dev.accepted.bench.report.Line;
import dev.accepted.bench.report.Report;
import dev.accepted.bench.report.Series;
import dev.accepted.bench.server.Cost;
import dev.accepted.bench.server.Meter;
import dev.accepted.bench.server.Subject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Jobs that do nothing, from the first submission until the last has finished. */
final class Finishing {

  private static final double MICROS = 1e6;

  private final Subject subject;
  private final Series cpu = new Series();
  private final Series rate = new Series();
  private final Series others = new Series();

  Finishing(Subject subject) {
    this.subject = subject;
  }

  /** Measures another round. */
  void measure(int jobs, int connections) throws IOException, InterruptedException {
    Cost cost = run(jobs, connections);
    cpu.add(cost.server() / jobs * MICROS);
    rate.add(jobs / cost.elapsed());
    others.add(cost.othersPercent());
  }

  /** The same without keeping the figures. */
  Cost run(int jobs, int connections) throws IOException, InterruptedException {
    List<String> paths = new ArrayList<>(jobs);
    long before = Runs.count(subject);
    Meter meter = subject.meter();
    meter.opened();
    new ClosedLoop(subject.url(), connections)
        .send(() -> Fixtures.SUBMIT_NOOP, jobs, answer -> paths.add(Fixtures.path(answer)))
        .onlyOf(202);
    Runs.await(subject, before + jobs);
    Runs.awaitFinished(subject, paths);
    meter.closed();
    return meter.cost();
  }

  /** CPU of the server, in microseconds a job. */
  Series cpu() {
    return cpu;
  }

  void report(Report report, String section) {
    report.add(Line.of(section, "submit to finish, CPU per job", "µs", cpu).amid(others));
    report.add(Line.of(section, "submit to finish, jobs", "1/s", rate).amid(others));
  }
}
