package dev.accepted.bench;

import dev.accepted.bench.load.Connections;
import dev.accepted.bench.load.OpenLoop;
import dev.accepted.bench.report.Goal;
import dev.accepted.bench.report.Line;
import dev.accepted.bench.report.Report;
import dev.accepted.bench.report.Series;
import dev.accepted.bench.server.Cost;
import dev.accepted.bench.server.Meter;
import dev.accepted.bench.server.Subject;
import java.io.IOException;
import java.util.List;

/**
 * Many requests that wait and many event streams at once, while jobs are submitted and run, and
 * others are canceled. One stream in forty tells of all jobs; of the others, each tells of one, or
 * of four.
 */
final class Crowd {

  private static final String SECTION = "crowd";
  private static final double MOST_MILLIS = 50;
  private static final double MOST_THREADS = 64;
  private static final int RATE = 100;
  private static final int SECONDS = 20;
  private static final int CONTROLS = 16;
  private static final int ONE_OF_ALL_IN = 40;

  /** The first ones run, up to the gate; which these are, the answers' order tells only roughly. */
  private static final int MAY_RUN = 100;

  private final Subject subject;
  private final Options options;
  private final Meter meter;
  private final Latency alone = new Latency("submit, with nobody waiting");
  private final Latency amid = new Latency("submit: sent to 202");
  private final Latency polls = new Latency("change to answer of a long poll");
  private final Latency few = new Latency("change to event, streams of few jobs");
  private final Latency all = new Latency("change to event, streams of all jobs");

  /** How many are canceled where it is measured, and half as many before. */
  private final int measured;

  Crowd(Subject subject, Options options) {
    this.subject = subject;
    this.options = options;
    this.meter = subject.meter();
    this.measured = Math.min(options.waiting() / 2, RATE * SECONDS);
  }

  /** Measures and reports. */
  void run(Report report) throws IOException, InterruptedException {
    long before = Runs.count(subject);
    submitAlone();
    alone.add(submitAlone().all());
    int submitted = 2 * measured;
    List<CrowdJob> submittedJobs =
        CrowdJob.submit(subject, options.waiting() + MAY_RUN, options.connections());
    List<CrowdJob> jobs = submittedJobs.subList(MAY_RUN, submittedJobs.size());
    try (Connections open = new Connections(subject.url(), CONTROLS)) {
      CrowdLoad load = new CrowdLoad(open, open.all(), jobs);
      gather(load, report);
      load.run(measured, measured / 2, 2.0 * RATE);
      meter.opened();
      load.run(0, measured, 2.0 * RATE);
      meter.closed();
      report(load, report);
      submitted += measured / 2 + measured;
    }
    Submitting.gate(subject, true);
    Runs.await(subject, before + submitted + submittedJobs.size() - measured / 2 - measured);
    Submitting.gate(subject, false);
  }

  private Delays submitAlone() throws IOException {
    Delays delays = new Delays();
    OpenLoop.run(
        subject.url(),
        CONTROLS,
        RATE,
        measured,
        number -> Fixtures.SUBMIT_NOOP,
        (connection, answer, now) -> delays.add(now - connection.due()));
    return delays;
  }

  /** Has them come, and reports what they take. */
  private void gather(CrowdLoad load, Report report) throws IOException, InterruptedException {
    Rest.await(subject);
    long threads = inside("threads");
    Memory nobody = Memory.of(this);
    for (int stream = 0; stream < options.streams(); stream++) {
      if (stream % ONE_OF_ALL_IN == 0) {
        load.followAll();
      } else {
        load.follow(stream / 2 % measured, stream % 2 == 0);
      }
    }
    Rest.await(subject);
    Memory streams = Memory.of(this);
    for (int job = 0; job < options.waiting(); job++) {
      load.await(job);
    }
    Rest.await(subject);
    Memory everybody = Memory.of(this);
    streams.report(report, nobody, options.streams(), "streams");
    everybody.report(report, streams, options.waiting(), "long polls");
    report.add(
        Line.of(
                SECTION,
                "threads more",
                "threads",
                Series.of((double) (inside("threads") - threads)))
            .with(Goal.atMost(MOST_THREADS)));
  }

  private long inside(String what) throws IOException, InterruptedException {
    return subject.number("/api/bench/controls/" + what);
  }

  /** Bytes in use, after a collection. */
  private record Memory(long heap, long buffers) {

    static Memory of(Crowd crowd) throws IOException, InterruptedException {
      return new Memory(crowd.inside("heap"), crowd.inside("buffers"));
    }

    void report(Report report, Memory before, int number, String whose) {
      String one = " of one of %,d %s".formatted(number, whose);
      single(report, "heap" + one, (heap - before.heap) / (double) number);
      single(
          report,
          "buffers outside of the heap" + one,
          (buffers - before.buffers) / (double) number);
    }

    private static void single(Report report, String what, double bytes) {
      report.add(Line.of(SECTION, what, "bytes", Series.of(bytes)));
    }
  }

  private void report(CrowdLoad load, Report report) {
    Cost cost = meter.cost();
    Series others = Series.of(cost.othersPercent());
    polls.add(load.polls().all());
    polls.reportHighest(report, SECTION, others, MOST_MILLIS);
    few.add(load.few().all());
    few.report(report, SECTION, others);
    all.add(load.all().all());
    all.report(report, SECTION, others);
    amid.add(load.submitted().all());
    amid.report(report, SECTION, others, alone, null);
    report.add(rate("events told", "1/s", (double) load.events(), cost).amid(others));
    report.add(
        Line.of(
                SECTION,
                "CPU of the server per event told",
                "µs",
                Series.of(1e6 * cost.server() / load.events()))
            .amid(others));
    report.add(rate("CPU of the server", "% of a core", 100 * cost.server(), cost).amid(others));
    report.add(rate("CPU of the driver", "% of a core", 100 * cost.driver(), cost).amid(others));
  }

  private static Line rate(String what, String unit, double figure, Cost cost) {
    return Line.of(SECTION, what, unit, Series.of(figure / cost.elapsed()));
  }
}
