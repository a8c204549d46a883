package dev.accepted.faults;

import dev.accepted.faults.load.Promise;
import dev.accepted.faults.site.Node;
import dev.accepted.faults.site.Syncs;
import dev.accepted.faults.site.Volume;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * Looks whether what is acknowledged would survive a power cut. First, each lone submission has to
 * be followed by an fsync of the database's file. Then, in the midst of the load, a copy is made of
 * what the disk holds - what was written and not synced is not in it -, and another server is
 * started on that.
 */
final class Power implements Fault {

  private static final Duration BEFORE = Duration.ofSeconds(6);
  private static final int LONE = 40;

  private final Grounds grounds;

  Power(Grounds grounds) {
    this.grounds = grounds;
  }

  @Override
  public String name() {
    return "power";
  }

  @Override
  public Ground ground() {
    return Ground.DISK_IMAGE;
  }

  @Override
  public void prepare(Trial trial) throws IOException, InterruptedException {
    Node node = trial.any();
    Path log = trial.options().folder().resolve("strace.log");
    try (Syncs syncs = Syncs.of(node.pid(), "jobs.mv.db", log)) {
      trial.load().scheduleOneByOne(node, LONE);
      int seen = syncs.end();
      trial.note("%d lone submissions, %d fsyncs of the database's file", LONE, seen);
      trial.check(seen >= LONE, "%d lone submissions, but %d fsyncs", LONE, seen);
    }
  }

  @Override
  public void inject(Trial trial) throws IOException, InterruptedException {
    Node node = trial.any();
    while (trial.goesOn(1)) {
      trial.pauseAbout(BEFORE);
      List<Promise> promises = trial.load().ledger().promises();
      Path copy = trial.options().folder().resolve("cut.img");
      node.freeze();
      Volume.copy(trial.options().folder().resolve(Grounds.IMAGE), copy);
      node.thaw();
      trial.injected();
      long gone = System.nanoTime();
      trial.recover(List.of(node), gone);
      restart(trial, copy, promises);
      Files.delete(copy);
    }
  }

  /** As after the power cut. */
  private void restart(Trial trial, Path copy, List<Promise> promises)
      throws IOException, InterruptedException {
    try (Volume disk = Volume.image(copy, trial.options().folder().resolve("cut"));
        Node node = grounds.onCopy(disk)) {
      node.start();
      int checked = trial.load().compare(node, promises);
      trial.note("%d acknowledged jobs looked for after a power cut", checked);
    }
  }
}
