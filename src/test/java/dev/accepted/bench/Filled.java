package dev.accepted.bench;

import dev.accepted.bench.load.Request;
import dev.accepted.bench.report.Series;
import dev.accepted.bench.server.Subject;
import dev.accepted.server.ServerSetup;
import dev.accepted.sql.EmbeddedDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.SplittableRandom;

/** A server whose store held many jobs when it was started, and what it costs. */
final class Filled implements AutoCloseable {

  private static final long SEED = 42;
  private static final double MEBI = 1 << 20;

  private final int backlog;
  private final Options options;
  private final Subject subject;
  private final Submitting submitting;
  private final Workload polls;
  private final Finishing finishing;
  private final Starting starting;
  private final Series startSeconds;

  private Filled(int backlog, Options options, Subject subject, List<String> finished, double start)
      throws IOException, InterruptedException {
    this.backlog = backlog;
    this.options = options;
    this.subject = subject;
    List<Request> requests = finished.stream().map(Request::get).toList();
    SplittableRandom random = new SplittableRandom(SEED);
    polls =
        new Workload(
            "poll of finished jobs (303), CPU",
            () -> requests.get(random.nextInt(requests.size())),
            303);
    submitting = new Submitting(subject);
    finishing = new Finishing(subject);
    starting = new Starting(subject, options);
    startSeconds = Series.of(start);
  }

  /** Fills the embedded store with that many queued and finished jobs each, and starts on it. */
  static Filled start(int backlog, Options options, ServerSetup setup)
      throws IOException, InterruptedException {
    Path data = Files.createDirectories(setup.folder().resolve("data"));
    List<String> finished = List.of();
    try (EmbeddedDatabase database = EmbeddedDatabase.open(data.resolve("jobs"), false, 2, false)) {
      StoredJobs jobs = new StoredJobs(database, Clock.systemUTC().instant());
      finished = jobs.finished(backlog);
      jobs.queued(backlog);
    }
    long begin = System.nanoTime();
    Subject subject = Subject.start(setup, options.stores());
    double seconds = (System.nanoTime() - begin) / 1e9;
    new Fixtures(subject).stuckJob();
    if (finished.isEmpty()) {
      finished = new Fixtures(subject).finishedJobs(StoredJobs.SAMPLE, options.connections());
    }
    return new Filled(backlog, options, subject, finished, seconds);
  }

  void warm() throws IOException, InterruptedException {
    submitting.warm(options.connections(), options.warmup());
    polls.warm(subject, options.connections(), options.warmup());
    finishing.run(options.jobs(), options.connections());
  }

  void round() throws IOException, InterruptedException {
    polls.measure(subject, options.connections(), options.seconds());
    submitting.measure(options.connections(), options.seconds());
    finishing.measure(options.jobs(), options.connections());
    starting.round();
  }

  int backlog() {
    return backlog;
  }

  Workload polls() {
    return polls;
  }

  Workload submissions() {
    return submitting.submissions();
  }

  Finishing finishing() {
    return finishing;
  }

  /** What passes until a job is begun. */
  Latency begun() {
    return starting.begun();
  }

  /** From the start of the process until it answered. */
  Series startSeconds() {
    return startSeconds;
  }

  /** Heap in use after a collection, in MiB. */
  Series heap() throws IOException, InterruptedException {
    return Series.of(Double.parseDouble(subject.get("/api/bench/controls/heap")) / MEBI);
  }

  /** Resident memory, in MiB. */
  Series resident() {
    return Series.of(subject.residentBytes() / MEBI);
  }

  @Override
  public void close() {
    subject.close();
  }
}
