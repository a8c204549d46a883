package dev.accepted.faults;

import dev.accepted.faults.site.Node;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** Kills one of three servers, and starts it again after a while: the others take over its jobs. */
final class KillNode implements Fault {

  private static final Duration BEFORE = Duration.ofSeconds(4);
  private static final Duration DOWN = Duration.ofSeconds(8);

  /** A lease of 5 s, the passes that see its end, and a busy machine. */
  private static final Duration RESCUE = Duration.ofSeconds(10);

  @Override
  public String name() {
    return "killnode";
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
      node.kill();
      trial.injected();
      trial.pause(DOWN);
      long gone = System.nanoTime();
      node.start();
      trial.recover(List.of(node), gone);
    }
    trial.note("recovery includes the start of the server");
  }
}
