package dev.accepted.faults;

import dev.accepted.faults.site.Node;
import dev.accepted.faults.site.Relay;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/**
 * Cuts the network between one of three servers and the database: in turn without a word, with all
 * connections left open, and by ending them. The other servers go on.
 */
final class Cut implements Fault {

  private static final Duration BEFORE = Duration.ofSeconds(4);
  private static final Duration CUT = Duration.ofSeconds(12);
  private static final Duration RESCUE = Duration.ofSeconds(12);
  private static final Duration RECOVERY = Duration.ofSeconds(5);

  @Override
  public String name() {
    return "cut";
  }

  @Override
  public Ground ground() {
    return Ground.CLUSTER;
  }

  @Override
  public void inject(Trial trial) throws IOException, InterruptedException {
    List<Node> nodes = trial.site().nodes();
    Node behind = nodes.get(nodes.size() - 1);
    Relay network = trial.site().network();
    boolean silent = true;
    while (trial.goesOn(2)) {
      trial.pauseAbout(BEFORE);
      trial.occupy(behind, RESCUE);
      if (silent) {
        network.silence();
      } else {
        network.breakOff();
      }
      trial.injected();
      trial.pause(CUT);
      long gone = System.nanoTime();
      network.mend();
      trial.recover(List.of(behind), gone);
      trial.checkRecovery(RECOVERY);
      silent = !silent;
    }
  }
}
