package dev.accepted.bench;

import dev.accepted.bench.load.Knocking;
import dev.accepted.bench.load.Request;
import dev.accepted.bench.report.Series;
import dev.accepted.bench.server.Meter;
import dev.accepted.bench.server.Subject;
import java.io.IOException;

/** Requests that come on a connection each, and what they have cost. */
record Knocks(Subject subject, Request request, int status, Series cpu) {

  private static final double NANOS = 1e9;
  private static final double MICROS = 1e6;
  private static final double LEAD_SHARE = 0.2;

  /** Of one path. */
  static Knocks of(Subject subject, String path, int status) {
    return new Knocks(subject, Request.get(path, "Connection: close"), status, new Series());
  }

  /** Measures another round. */
  void measure(double seconds) throws IOException {
    Meter meter = subject.meter();
    int answers = run(seconds, meter);
    cpu.add(meter.cost().server() / answers * MICROS);
  }

  /** Sends them without measuring. */
  void warm(double seconds) throws IOException {
    run(seconds, subject.meter());
  }

  private int run(double seconds, Meter meter) throws IOException {
    long nanos = (long) (seconds * NANOS);
    return new Knocking(subject.url())
        .run(request, status, (long) (LEAD_SHARE * nanos), nanos, meter);
  }
}
