package dev.accepted.bench;

import dev.accepted.bench.load.ClosedLoop;
import dev.accepted.bench.load.Request;
import dev.accepted.bench.load.Tally;
import dev.accepted.bench.report.Series;
import dev.accepted.bench.server.Cost;
import dev.accepted.bench.server.Meter;
import dev.accepted.bench.server.Subject;
import java.io.IOException;
import java.util.function.Supplier;

/** Requests of one kind, sent as fast as they are answered, and what they have cost. */
final class Workload {

  private static final double NANOS = 1e9;
  private static final double MICROS = 1e6;
  private static final double LEAD_SHARE = 0.2;

  private final String what;
  private final Supplier<Request> requests;
  private final int status;
  private final Series cpu = new Series();
  private final Series driverCpu = new Series();
  private final Series rate = new Series();
  private final Series others = new Series();

  /**
   * Requests.
   *
   * @param status what each is to be answered with
   */
  Workload(String what, Supplier<Request> requests, int status) {
    this.what = what;
    this.requests = requests;
    this.status = status;
  }

  /** Sends them without measuring. */
  void warm(Subject subject, int connections, double seconds) throws IOException {
    load(subject, connections, seconds, subject.meter());
  }

  /** Measures another round. */
  void measure(Subject subject, int connections, double seconds) throws IOException {
    Meter meter = subject.meter();
    int answers = load(subject, connections, seconds, meter).count();
    Cost cost = meter.cost();
    cpu.add(cost.server() / answers * MICROS);
    driverCpu.add(cost.driver() / answers * MICROS);
    rate.add(answers / cost.elapsed());
    others.add(cost.othersPercent());
  }

  private Tally load(Subject subject, int connections, double seconds, Meter meter)
      throws IOException {
    long nanos = (long) (seconds * NANOS);
    return new ClosedLoop(subject.url(), connections)
        .run(requests, (long) (LEAD_SHARE * nanos), nanos, answer -> {}, meter)
        .onlyOf(status);
  }

  /** What they are. */
  String what() {
    return what;
  }

  /** CPU of the server, in microseconds a request. */
  Series cpu() {
    return cpu;
  }

  /** CPU of the driver, in microseconds a request. */
  Series driverCpu() {
    return driverCpu;
  }

  /** Answers a second. */
  Series rate() {
    return rate;
  }

  /** CPU of everything else meanwhile, in percent of a core. */
  Series others() {
    return others;
  }
}
