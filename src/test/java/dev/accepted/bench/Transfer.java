package dev.accepted.bench;

import dev.accepted.bench.load.Answer;
import dev.accepted.bench.load.Transfers;
import dev.accepted.bench.report.Goal;
import dev.accepted.bench.report.Line;
import dev.accepted.bench.report.Report;
import dev.accepted.bench.report.Series;
import dev.accepted.bench.server.Meter;
import dev.accepted.bench.server.Subject;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A large file sent to a job that gives it back, and fetched, in turn with plain copies of it. All
 * go to files that weren't there before: on a virtual machine, writing to memory that the system
 * has never used takes several times as long as overwriting what was just freed.
 */
final class Transfer {

  private static final String SECTION = "transfer";
  private static final int PART = 1 << 20;
  private static final double MEBI = 1 << 20;
  private static final double MOST_HEAP_MEBI = 16;
  private static final Goal HALF_THE_SPEED = Goal.timesCeiling(2);

  private final Subject subject;
  private final Path source;
  private final Path folder;
  private final List<Path> made = new ArrayList<>();
  private final long bytes;
  private final Series copying = new Series();
  private final Series syncing = new Series();
  private final Series sending = new Series();
  private final Series working = new Series();
  private final Series fetching = new Series();
  private final Series heap = new Series();
  private final Series others = new Series();

  Transfer(Subject subject, Path folder, long bytes) {
    this.subject = subject;
    this.source = folder.resolve("source.bin");
    this.folder = folder;
    made.add(source);
    this.bytes = bytes;
  }

  /** Makes the file, and looks at the server's heap in the midst of a first transfer each way. */
  void prepare() throws IOException, InterruptedException {
    byte[] part = new byte[PART];
    SplittableRandom random = new SplittableRandom(1);
    try (OutputStream out = Files.newOutputStream(source)) {
      for (long at = 0; at < bytes; at += PART) {
        random.nextBytes(part);
        out.write(part);
      }
    }
    double before = heap();
    Transfers.Half look = () -> heap.add(heap() - before);
    String job = send(look);
    Runs.awaitFinished(subject, List.of(job));
    fetch(job, look);
  }

  /** Measures another round. */
  void round() throws IOException, InterruptedException {
    Meter meter = subject.meter();
    meter.opened();
    copying.add(timed(() -> copy(fresh())));
    syncing.add(timed(this::copySynced));
    String[] job = new String[1];
    sending.add(timed(() -> job[0] = send(() -> {})));
    working.add(timed(() -> Runs.awaitFinished(subject, List.of(job[0]))));
    fetching.add(timed(() -> fetch(job[0], () -> {})));
    meter.closed();
    others.add(meter.cost().othersPercent());
  }

  private Path fresh() {
    Path next = folder.resolve("copy-" + made.size() + ".bin");
    made.add(next);
    return next;
  }

  private void copy(Path copy) throws IOException {
    Files.copy(source, copy);
  }

  private void copySynced() throws IOException {
    Path copy = fresh();
    copy(copy);
    try (FileChannel written = FileChannel.open(copy, StandardOpenOption.WRITE)) {
      written.force(true);
    }
  }

  private String send(Transfers.Half half) throws IOException {
    Answer answer = Transfers.send(subject.url(), "/api/copies", source, half);
    return Fixtures.path(answer);
  }

  private void fetch(String job, Transfers.Half half) throws IOException {
    long fetched = Transfers.fetch(subject.url(), job + "/result", fresh(), half);
    if (fetched != Files.size(source)) {
      throw new IOException("fetched " + fetched + " bytes");
    }
  }

  private double heap() throws IOException {
    try {
      return Double.parseDouble(subject.get("/api/bench/controls/heap")) / MEBI;
    } catch (InterruptedException stopped) {
      throw new IOException(stopped);
    }
  }

  private interface Work {
    void run() throws IOException, InterruptedException;
  }

  private static double timed(Work work) throws IOException, InterruptedException {
    long begin = System.nanoTime();
    work.run();
    return (System.nanoTime() - begin) / 1e9;
  }

  void report(Report report) throws IOException {
    report.add(line("plain copy", copying));
    report.add(line("plain copy and fsync", syncing).against(copying));
    report.add(line("sent until 202", sending).against(copying).with(HALF_THE_SPEED));
    report.add(line("sent until 202, against copy and fsync", sending).against(syncing));
    report.add(line("fetched to a file", fetching).against(copying).with(HALF_THE_SPEED));
    report.add(line("the job itself (copies it)", working));
    report.add(
        Line.of(SECTION, "heap in their midst, more than before", "MiB", heap)
            .with(Goal.atMost(MOST_HEAP_MEBI)));
    for (Path file : made) {
      Files.delete(file);
    }
  }

  private Line line(String what, Series figures) {
    String sized = "%,d MiB: %s".formatted((long) (bytes / MEBI), what);
    return Line.of(SECTION, sized, "s", figures).amid(others);
  }
}
