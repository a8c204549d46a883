package dev.accepted.bench;

import dev.accepted.bench.report.Goal;
import dev.accepted.bench.report.Line;
import dev.accepted.bench.report.Report;
import org.jspecify.annotations.Nullable;

/**
 * Requests, and the same answers from the ceiling.
 *
 * @param goal what is demanded of the ratio; null for nothing
 */
record Pair(Workload ours, Workload ceiling, @Nullable Goal goal) {

  void report(Report report, String section) {
    report.add(
        Line.of(section, ours.what() + ", CPU", "µs", ours.cpu())
            .against(ceiling.cpu())
            .with(goal)
            .amid(ours.others()));
    report.add(
        Line.of(section, ours.what() + ", answers", "1/s", ours.rate())
            .against(ceiling.rate())
            .amid(ours.others()));
    report.add(Line.of(section, ours.what() + ", CPU of the driver", "µs", ours.driverCpu()));
  }
}
