package dev.accepted.faults;

import dev.accepted.faults.site.Node;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/**
 * Restarts three servers one after another, as for a new version. Clients that find one gone ask
 * another; none may see its request broken off.
 */
final class Roll implements Fault {

  private static final Duration BETWEEN = Duration.ofSeconds(2);

  @Override
  public String name() {
    return "roll";
  }

  @Override
  public Ground ground() {
    return Ground.CLUSTER;
  }

  @Override
  public boolean breaksConnections() {
    return false;
  }

  @Override
  public void inject(Trial trial) throws IOException, InterruptedException {
    while (trial.goesOn(1)) {
      for (Node node : trial.site().nodes()) {
        trial.pause(BETWEEN);
        node.stop();
        trial.injected();
        long gone = System.nanoTime();
        node.start();
        trial.recover(List.of(node), gone);
      }
    }
    trial.note("recovery includes the start of the server");
  }
}
