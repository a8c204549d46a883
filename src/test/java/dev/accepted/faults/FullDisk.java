package dev.accepted.faults;

import dev.accepted.faults.site.Node;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Fills the disk that the data is on, and after a while makes room again. */
final class FullDisk implements Fault {

  private static final Duration BEFORE = Duration.ofSeconds(4);
  private static final Duration FULL = Duration.ofSeconds(6);
  private static final Duration RECOVERY = Duration.ofSeconds(5);
  private static final int CHUNK = 1 << 16;

  @Override
  public String name() {
    return "disk";
  }

  @Override
  public Ground ground() {
    return Ground.SMALL_DISK;
  }

  @Override
  public void inject(Trial trial) throws IOException, InterruptedException {
    Node node = trial.any();
    Path filler = node.data().resolveSibling("filler");
    while (trial.goesOn(1)) {
      trial.pauseAbout(BEFORE);
      long before = trial.load().traffic().turnedAway();
      fill(filler);
      trial.injected();
      trial.pause(FULL);
      trial.check(
          trial.load().traffic().turnedAway() > before,
          "nothing was answered 503 while it was full");
      Files.delete(filler);
      trial.recover(List.of(node), System.nanoTime());
      trial.checkRecovery(RECOVERY);
    }
  }

  /** To the last byte. */
  private static void fill(Path filler) throws IOException {
    for (int chunk = CHUNK; chunk > 0; chunk /= 16) {
      byte[] bytes = new byte[chunk];
      try (OutputStream out =
          Files.newOutputStream(
              filler,
              java.nio.file.StandardOpenOption.CREATE,
              java.nio.file.StandardOpenOption.APPEND)) {
        while (true) {
          out.write(bytes);
        }
      } catch (IOException full) {
        // The next smaller ones may still fit.
      }
    }
  }
}
