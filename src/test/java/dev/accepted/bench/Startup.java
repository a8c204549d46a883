package dev.accepted.bench;

import dev.accepted.bench.load.Once;
import dev.accepted.bench.load.Request;
import dev.accepted.bench.report.Goal;
import dev.accepted.bench.report.Line;
import dev.accepted.bench.report.Report;
import dev.accepted.bench.report.Series;
import dev.accepted.bench.server.Meter;
import dev.accepted.bench.server.Processes;
import dev.accepted.server.ServerProcess;
import dev.accepted.server.ServerSetup;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** From the start of the process to the first answer that counts, in turn with an empty WAR. */
final class Startup {

  private static final String SECTION = "start";
  private static final double MOST_OWN_CPU_SECONDS = 2;
  private static final long LOOK_AGAIN_MILLIS = 10;
  private static final long PATIENCE_NANOS = TimeUnit.MINUTES.toNanos(3);
  private static final Request SUBMIT = Request.post("/api/simulations", "{\"duration\":\"PT0S\"}");

  private final Series seconds = new Series();
  private final Series cpu = new Series();
  private final Series emptySeconds = new Series();
  private final Series emptyCpu = new Series();
  private final Series ownCpu = new Series();
  private final Series others = new Series();

  /**
   * Starts each once more.
   *
   * @param product the WAR as it is built
   * @param empty a WAR without anything
   */
  void round(ServerSetup product, ServerSetup empty) throws IOException, InterruptedException {
    double without = start(empty, Request.get("/index.html"), 200, emptySeconds, emptyCpu);
    double with = start(product, SUBMIT, 202, seconds, cpu);
    ownCpu.add(with - without);
  }

  private double start(ServerSetup setup, Request request, int status, Series time, Series cpu)
      throws IOException, InterruptedException {
    long begin = System.nanoTime();
    try (ServerProcess process = ServerProcess.launch(setup)) {
      process.endWithThisJvm();
      Meter meter = new Meter(new Processes(process.pid(), List.of()));
      meter.opened();
      while (answer(process, request) != status) {
        if (System.nanoTime() - begin > PATIENCE_NANOS) {
          throw new IOException("the server does not answer " + status);
        }
        TimeUnit.MILLISECONDS.sleep(LOOK_AGAIN_MILLIS);
      }
      meter.closed();
      time.add((System.nanoTime() - begin) / 1e9);
      cpu.add(meter.cost().server());
      others.add(meter.cost().othersPercent());
      return meter.cost().server();
    }
  }

  private static int answer(ServerProcess process, Request request) {
    try {
      return Once.send(URI.create(process.url()), request).status();
    } catch (IOException notYet) {
      return 0;
    }
  }

  void report(Report report) {
    report.add(line("process start to first 202", seconds).against(emptySeconds));
    report.add(line("CPU until then", cpu).against(emptyCpu));
    report.add(line("CPU of the WAR's own", ownCpu).with(Goal.atMost(MOST_OWN_CPU_SECONDS)));
  }

  private Line line(String what, Series figures) {
    return Line.of(SECTION, what, "s", figures).amid(others);
  }
}
