package dev.accepted.bench;

import dev.accepted.bench.load.Request;
import dev.accepted.bench.report.Goal;
import dev.accepted.bench.report.Line;
import dev.accepted.bench.report.Report;
import dev.accepted.bench.server.Subject;
import dev.accepted.bench.subject.Order;
import java.io.IOException;
import java.util.List;

/** Submissions and polls, each next to its ceiling, as fast as the server answers. */
final class Requests {

  private static final String SECTION = "requests";
  private static final int MANY = 10_000;
  private static final Goal GOAL = Goal.timesCeiling(1.6);

  private final Subject subject;
  private final Options options;
  private final Polls polls;
  private final Submitting submitting;
  private final Pair submit;
  private final Workload laterCeiling;
  private final Finishing finishing;

  /** Makes the jobs that are polled, and teaches the ceiling. */
  Requests(Subject subject, Options options) throws IOException, InterruptedException {
    this.subject = subject;
    this.options = options;
    Fixtures fixtures = new Fixtures(subject);
    List<String> finished =
        fixtures.finishedJobs(Math.min(MANY, options.jobs()), options.connections());
    polls = Polls.of(subject, fixtures.activeJob(), finished);
    submitting = new Submitting(subject);
    String path = fixtures.ceilingFor("202", Fixtures.SUBMIT_NOOP);
    submit = new Pair(submitting.submissions(), ceiling(path), GOAL);
    laterCeiling = ceiling(path + "/later");
    finishing = new Finishing(subject);
  }

  private static Workload ceiling(String path) {
    Request request = Request.post(path, Order.EXAMPLE);
    return new Workload("ceiling", () -> request, 202);
  }

  /** Loads each path until the server's compiler has nothing left to do for it. */
  void warm() throws IOException, InterruptedException {
    double seconds = options.warmup();
    int connections = options.connections();
    submitting.warm(connections, seconds);
    submit.ceiling().warm(subject, connections, seconds / 2);
    laterCeiling.warm(subject, connections, seconds / 2);
    for (Pair pair : polls.all()) {
      pair.ceiling().warm(subject, connections, seconds / 4);
      pair.ours().warm(subject, connections, seconds / 2);
    }
    finishing.run(options.jobs(), connections);
  }

  /** Measures all rows once. */
  void round() throws IOException, InterruptedException {
    double seconds = options.seconds();
    int connections = options.connections();
    for (Pair pair : polls.all()) {
      pair.ceiling().measure(subject, connections, seconds);
      pair.ours().measure(subject, connections, seconds);
    }
    submit.ceiling().measure(subject, connections, seconds);
    submitting.measure(connections, seconds);
    laterCeiling.measure(subject, connections, seconds);
    finishing.measure(options.jobs(), connections);
  }

  void report(Report report) {
    submit.report(report, SECTION);
    report.add(
        Line.of(
                SECTION,
                "the same, against an answer that comes later, CPU",
                "µs",
                submit.ours().cpu())
            .against(laterCeiling.cpu()));
    polls.all().forEach(pair -> pair.report(report, SECTION));
    report.add(
        Line.of(SECTION, "304, against the 200", "µs", polls.unchanged().ours().cpu())
            .against(polls.active().ours().cpu())
            .with(Goal.timesCeiling(1)));
    report.add(Line.of(SECTION, "queued to finished, CPU per job", "µs", submitting.drainCpu()));
    finishing.report(report, SECTION);
  }
}
