package dev.accepted.faults;

import dev.accepted.server.Postgres;
import java.io.IOException;
import java.time.Duration;

/** Stops PostgreSQL or kills it, in turn, and starts it again after a few seconds. */
final class DatabaseRestart implements Fault {

  private static final Duration BEFORE = Duration.ofSeconds(3);
  private static final Duration DOWN = Duration.ofSeconds(3);
  private static final Duration RECOVERY = Duration.ofSeconds(5);

  @Override
  public String name() {
    return "database";
  }

  @Override
  public Ground ground() {
    return Ground.CLUSTER;
  }

  @Override
  public void inject(Trial trial) throws IOException, InterruptedException {
    Postgres database = trial.site().database();
    boolean kill = false;
    while (trial.goesOn(2)) {
      trial.pauseAbout(BEFORE);
      if (kill) {
        database.kill();
      } else {
        database.stop();
      }
      trial.injected();
      trial.pauseAbout(DOWN);
      database.start();
      long gone = System.nanoTime();
      trial.recover(trial.site().nodes(), gone);
      trial.checkRecovery(RECOVERY);
      kill = !kill;
    }
  }
}
