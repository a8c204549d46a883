package dev.accepted.bench;

import dev.accepted.bench.report.Goal;
import dev.accepted.bench.report.Line;
import dev.accepted.bench.report.Plot;
import dev.accepted.bench.report.Report;
import dev.accepted.bench.report.Series;
import dev.accepted.server.ServerSetup;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntFunction;

/**
 * The same rows on stores of different fill, one server each, all up at once: what is compared is
 * measured within seconds of each other. The empty store is the ceiling of the others.
 */
final class Backlogs {

  private static final String SECTION = "backlog";
  private static final int MOST_ROUNDS = 5;

  /** Each load has the JVM compile anew what it had compiled for another. */
  private static final int WARM_UPS = 2;

  private static final Goal GOAL = Goal.timesCeiling(1.3);

  private final Options options;
  private final List<Filled> servers = new ArrayList<>();

  /**
   * To be run with those options.
   *
   * @throws IllegalArgumentException if the jobs are not kept in the embedded database: that is the
   *     one that can be filled
   */
  Backlogs(Options options) {
    if (options.settings().containsKey("accepted.datasource")) {
      throw new IllegalArgumentException("backlog: only the embedded database can be filled");
    }
    this.options = options;
  }

  /**
   * Runs it.
   *
   * @param setups a setup for a server on a store with that many jobs
   * @param plot where to draw cost against backlog
   */
  void run(IntFunction<ServerSetup> setups, Report report, Path plot)
      throws IOException, InterruptedException {
    try {
      start(0, setups);
      for (int backlog : options.backlogs()) {
        start(backlog, setups);
      }
      Progress.say("  warming up");
      for (int time = 0; time < WARM_UPS; time++) {
        for (Filled server : servers) {
          server.warm();
        }
      }
      int rounds = Math.min(MOST_ROUNDS, options.rounds());
      for (int round = 0; round < rounds; round++) {
        Progress.say("  round %d of %d".formatted(round + 1, rounds));
        for (Filled server : servers) {
          server.round();
        }
      }
      report(report, plot);
    } finally {
      servers.forEach(Filled::close);
    }
  }

  private void start(int backlog, IntFunction<ServerSetup> setups)
      throws IOException, InterruptedException {
    Progress.say("  with %,d jobs queued and finished".formatted(backlog));
    servers.add(Filled.start(backlog, options, setups.apply(backlog)));
  }

  private void report(Report report, Path plot) throws IOException, InterruptedException {
    Map<String, List<Series>> costs = new LinkedHashMap<>();
    costs.put("submit (202), CPU", each(server -> server.submissions().cpu()));
    costs.put("poll of finished jobs (303), CPU", each(server -> server.polls().cpu()));
    costs.put("submit to finish, CPU per job", each(server -> server.finishing().cpu()));
    costs.forEach((what, series) -> compare(report, what, "µs", series));
    compare(report, "submit: sent to begun, p50", "ms", each(server -> server.begun().middle()));
    for (Filled server : servers) {
      alone(report, "submit: sent to begun, p99", "ms", server, server.begun().highest());
    }
    for (Filled server : servers) {
      alone(report, "start to first answer", "s", server, server.startSeconds());
    }
    for (Filled server : servers) {
      alone(report, "heap after collection", "MiB", server, server.heap());
    }
    for (Filled server : servers) {
      alone(report, "resident memory", "MiB", server, server.resident());
    }
    Plot.draw(costs, servers.stream().map(Filled::backlog).toList(), plot);
  }

  private List<Series> each(Function<Filled, Series> figure) {
    return servers.stream().map(figure).toList();
  }

  private void compare(Report report, String what, String unit, List<Series> series) {
    for (int i = 0; i < servers.size(); i++) {
      Filled server = servers.get(i);
      Line line =
          Line.of(SECTION, titled(what, server), unit, series.get(i))
              .amid(server.submissions().others());
      report.add(i == 0 ? line : line.against(series.get(0)).with(GOAL));
    }
  }

  private static void alone(
      Report report, String what, String unit, Filled server, Series figures) {
    report.add(Line.of(SECTION, titled(what, server), unit, figures));
  }

  private static String titled(String what, Filled server) {
    return "%s, %,d queued and finished".formatted(what, server.backlog());
  }
}
