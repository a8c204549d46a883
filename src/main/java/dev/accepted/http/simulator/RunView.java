package dev.accepted.http.simulator;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a simulated job stands, in the words of this server's own.
 *
 * @param resourceLocation its result; null until there is one
 */
public record RunView(
    String status,
    int percentComplete,
    Instant startedAt,
    @Nullable Instant finishedAt,
    @Nullable Instant estimatedCompletionAt,
    @Nullable String resourceLocation) {

  static RunView of(SimulatedRun run, Instant now, String result) {
    return run.isOver(now)
        ? new RunView("succeeded", run.percent(now), run.began(), run.end(), null, result)
        : new RunView("running", run.percent(now), run.began(), null, run.end(), null);
  }
}
