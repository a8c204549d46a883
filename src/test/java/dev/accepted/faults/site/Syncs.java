package dev.accepted.faults.site;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Counts the fsyncs of one file that a process makes, by {@code strace}. */
public final class Syncs implements AutoCloseable {

  private static final int ATTACH_SECONDS = 30;
  private static final int DETACH_SECONDS = 20;

  private final Process strace;
  private final String file;
  private final Path log;

  private Syncs(Process strace, String file, Path log) {
    this.strace = strace;
    this.file = file;
    this.log = log;
  }

  /**
   * Counts from now on.
   *
   * @param file the end of its name
   * @param log where to note them
   * @throws IOException if there is no strace here, or it may not look
   */
  public static Syncs of(long process, String file, Path log)
      throws IOException, InterruptedException {
    Path said = log.resolveSibling("strace.err");
    Process strace =
        new ProcessBuilder(
                "strace",
                "-f",
                "-y",
                "-e",
                "trace=fsync,fdatasync,msync",
                "-o",
                log.toString(),
                "-p",
                Long.toString(process))
            .redirectErrorStream(true)
            .redirectOutput(Redirect.to(said.toFile()))
            .start();
    Runtime.getRuntime().addShutdownHook(new Thread(strace::destroyForcibly));
    for (int waited = 0; !Files.readString(said).contains("attached"); waited++) {
      if (!strace.isAlive() || waited > ATTACH_SECONDS * 10) {
        strace.destroyForcibly();
        throw new IOException("strace can't look: " + Files.readString(said));
      }
      TimeUnit.MILLISECONDS.sleep(100);
    }
    return new Syncs(strace, file, log);
  }

  /** Lets go of the process, and tells how many there were. */
  public int end() throws IOException, InterruptedException {
    close();
    try (Stream<String> lines = Files.lines(log)) {
      return (int)
          lines.filter(line -> line.contains(file + ">") && !line.contains("resumed")).count();
    }
  }

  @Override
  public void close() throws InterruptedException {
    strace.destroy();
    if (!strace.waitFor(DETACH_SECONDS, TimeUnit.SECONDS)) {
      strace.destroyForcibly();
    }
  }
}
