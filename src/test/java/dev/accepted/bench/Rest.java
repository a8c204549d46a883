package dev.accepted.bench;

import dev.accepted.bench.report.Line;
import dev.accepted.bench.report.Report;
import dev.accepted.bench.report.Series;
import dev.accepted.bench.server.Meter;
import dev.accepted.bench.server.Subject;
import java.io.IOException;
import java.util.concurrent.TimeUnit;

/** A server that has been busy and now is idle: CPU and memory. */
final class Rest {

  private static final String SECTION = "at rest";
  private static final double MEBI = 1 << 20;
  private static final long SETTLE_SHARE = 4;
  private static final int MOST_LOOKS = 40;
  private static final long LOOK_MILLIS = 500;
  private static final double IDLE = 0.1;

  private Rest() {}

  /**
   * Measures and reports.
   *
   * @param seconds how long to look
   */
  static void run(Subject subject, double seconds, Report report)
      throws IOException, InterruptedException {
    double heap = Double.parseDouble(subject.get("/api/bench/controls/heap")) / MEBI;
    long millis = (long) (1000 * seconds);
    TimeUnit.MILLISECONDS.sleep(millis / SETTLE_SHARE);
    Meter meter = subject.meter();
    meter.opened();
    TimeUnit.MILLISECONDS.sleep(millis);
    meter.closed();
    double busy = 100 * meter.cost().server() / meter.cost().elapsed();
    Series others = Series.of(meter.cost().othersPercent());
    report.add(Line.of(SECTION, "CPU", "% of a core", Series.of(busy)).amid(others));
    report.add(Line.of(SECTION, "heap after collection", "MiB", Series.of(heap)));
    report.add(
        Line.of(SECTION, "resident memory", "MiB", Series.of(subject.residentBytes() / MEBI)));
  }

  /** Waits until the server has taken in all that was sent, and has nothing more to do. */
  static void await(Subject subject) throws InterruptedException {
    Meter meter = subject.meter();
    double busy = 1;
    for (int looks = 0; looks < MOST_LOOKS && busy > IDLE; looks++) {
      meter.opened();
      TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
      meter.closed();
      busy = meter.cost().server() / meter.cost().elapsed();
    }
  }
}
