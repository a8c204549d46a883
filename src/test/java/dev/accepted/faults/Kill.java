package dev.accepted.faults;

import dev.accepted.faults.site.Node;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/**
 * Kills a server on the embedded database, and starts it again. H2 uses space in its file again
 * after 45 s: kills that follow sooner would not see what that may do.
 */
final class Kill implements Fault {

  private static final Duration APART = Duration.ofSeconds(60);
  private static final Duration APART_QUICK = Duration.ofSeconds(12);

  @Override
  public String name() {
    return "kill";
  }

  @Override
  public Ground ground() {
    return Ground.ALONE;
  }

  @Override
  public void inject(Trial trial) throws IOException, InterruptedException {
    Node node = trial.any();
    while (trial.goesOn(1)) {
      trial.pauseAbout(trial.options().quick() ? APART_QUICK : APART);
      node.kill();
      trial.injected();
      long gone = System.nanoTime();
      node.start();
      trial.recover(List.of(node), gone);
    }
    trial.pause(Duration.ofSeconds(2));
    trial.note("recovery includes the start of the server");
  }
}
