package dev.accepted.faults;

import dev.accepted.faults.site.Node;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/**
 * Stops all threads of one of three servers for longer than its lease, and lets them go on: what it
 * ran runs elsewhere by then, and its own late ends must not count.
 */
final class Freeze implements Fault {

  private static final Duration BEFORE = Duration.ofSeconds(4);
  private static final Duration FROZEN = Duration.ofSeconds(12);
  private static final Duration RESCUE = Duration.ofSeconds(10);
  private static final Duration RECOVERY = Duration.ofSeconds(5);

  @Override
  public String name() {
    return "freeze";
  }

  @Override
  public Ground ground() {
    return Ground.CLUSTER;
  }

  @Override
  public void inject(Trial trial) throws IOException, InterruptedException {
    while (trial.goesOn(1)) {
      trial.pauseAbout(BEFORE);
      Node node = trial.any();
      trial.occupy(node, RESCUE);
      node.freeze();
      trial.injected();
      trial.pause(FROZEN);
      long gone = System.nanoTime();
      node.thaw();
      trial.recover(List.of(node), gone);
    }
    trial.checkRecovery(RECOVERY);
  }
}
