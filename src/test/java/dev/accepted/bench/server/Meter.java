package dev.accepted.bench.server;

import dev.accepted.bench.load.ClosedLoop;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Reads CPU times at both ends of what is measured. */
public final class Meter implements ClosedLoop.Window {

  private final Processes processes;
  private @Nullable Usage begin;
  private @Nullable Cost cost;

  public Meter(Processes processes) {
    this.processes = processes;
  }

  @Override
  public void opened() {
    begin = now();
  }

  @Override
  public void closed() {
    cost = now().since(begin);
  }

  /** What passed between the last {@link #opened} and the last {@link #closed} has cost. */
  public Cost cost() {
    return cost;
  }

  private Usage now() {
    Duration driver = ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    return new Usage(System.nanoTime(), processes.cpu(), driver, Machine.busy());
  }
}
