package dev.accepted.faults;

import dev.accepted.faults.load.Audit;
import dev.accepted.faults.load.Entry;
import dev.accepted.faults.load.Findings;
import dev.accepted.faults.load.Findings.Kind;
import dev.accepted.faults.load.Load;
import dev.accepted.faults.load.Traffic;
import dev.accepted.faults.report.Outcome;
import dev.accepted.faults.site.Node;
import dev.accepted.faults.site.Site;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** One fault at one site, from the first request to the verdict. */
final class Trial {

  private static final Duration ALONE = Duration.ZERO;

  /** What one server has stored, another hears of within milliseconds; a second is generous. */
  private static final Duration SEVERAL = Duration.ofSeconds(1);

  private final Fault fault;
  private final Site site;
  private final Options options;
  private final Load load;
  private final SplittableRandom random;
  private final long begun = System.nanoTime();
  private final List<String> notes = new ArrayList<>();
  private final List<Instant> cuts = new ArrayList<>();
  private Duration rescue = Duration.ofDays(1);
  private boolean broken;
  private int injected;
  private final AtomicLong longestToSubmit = new AtomicLong();
  private final AtomicLong longestToFinish = new AtomicLong();

  Trial(Fault fault, Site site, Options options) {
    this.fault = fault;
    this.site = site;
    this.options = options;
    this.random = new SplittableRandom(options.seed());
    this.load =
        new Load(
            fault.name() + "-" + Long.toHexString(begun),
            site,
            options.folder(),
            fault.breaksConnections(),
            site.nodes().size() == 1 ? ALONE : SEVERAL);
  }

  /** Runs it all. What can't be gone through with has failed, and tells what it found so far. */
  Outcome run() throws InterruptedException {
    try {
      breakThings();
      audit();
    } catch (IOException | RuntimeException | AssertionError e) {
      broken = true;
      check(false, "FAILED: %s", e);
    }
    return outcome();
  }

  /** Whether the site may be left in disorder. */
  boolean isBroken() {
    return broken;
  }

  private void breakThings() throws IOException, InterruptedException {
    fault.prepare(this);
    load.start();
    try {
      fault.inject(this);
    } finally {
      load.end();
    }
  }

  private void audit() throws IOException, InterruptedException {
    Audit audit = new Audit(load, any());
    Interruptions interruptions = Interruptions.in(audit.run(), cuts);
    note("%s", interruptions.words());
    note("%d steps begun again and found done", audit.repeated());
    check(cuts.isEmpty() || interruptions.attempts() > 0, "nothing was cut off: no test at all");
    check(
        interruptions.longest().compareTo(rescue) <= 0,
        "rescued after %s, not within %s",
        interruptions.longest(),
        rescue);
  }

  private Outcome outcome() {
    Traffic traffic = load.traffic();
    Findings findings = load.findings();
    return new Outcome(
        fault.name(),
        site.what(),
        injected,
        TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begun),
        traffic.requests(),
        load.ledger().size(),
        traffic.turnedAway(),
        traffic.refused(),
        traffic.brokenOff(),
        traffic.slow(),
        findings.count(Kind.LOST),
        findings.count(Kind.TWICE),
        findings.count(Kind.BROKEN),
        longestToSubmit.get(),
        longestToFinish.get(),
        List.copyOf(notes),
        findings.words());
  }

  Site site() {
    return site;
  }

  Load load() {
    return load;
  }

  Options options() {
    return options;
  }

  SplittableRandom random() {
    return random;
  }

  /** Any of the servers. */
  Node any() {
    return site.nodes().get(random.nextInt(site.nodes().size()));
  }

  /**
   * Whether there is time for another injection.
   *
   * @param least so many there are in any case
   */
  boolean goesOn(int least) {
    return injected < least || System.nanoTime() - begun < options.each().toNanos();
  }

  /**
   * A server is about to be cut off in the midst of jobs; others have to take them over in that
   * time.
   */
  void occupy(Node node, Duration mostToRescue) throws IOException, InterruptedException {
    load.occupy(node);
    rescue = mostToRescue;
    cuts.add(Clock.systemUTC().instant());
  }

  /** Something was broken. */
  void injected() {
    injected++;
  }

  /** Lets the load go on for a while. */
  void pause(Duration duration) throws InterruptedException {
    TimeUnit.MILLISECONDS.sleep(duration.toMillis());
  }

  /** The same, for a random time up to twice as long. */
  void pauseAbout(Duration least) throws InterruptedException {
    pause(least.plusMillis(random.nextLong(least.toMillis())));
  }

  /**
   * The cause has gone: measures how long it is until each of these servers takes a job, and until
   * it shows the end of one.
   *
   * @param gone when, by {@link System#nanoTime}
   */
  void recover(List<Node> nodes, long gone) throws IOException, InterruptedException {
    ExecutorService probes = Executors.newFixedThreadPool(nodes.size());
    try {
      List<Future<Void>> all =
          nodes.stream().map(node -> probes.submit(() -> probe(node, gone))).toList();
      for (Future<Void> one : all) {
        one.get();
      }
    } catch (ExecutionException e) {
      throw new IOException(e.getCause());
    } finally {
      probes.shutdownNow();
    }
  }

  private Void probe(Node node, long gone) throws IOException, InterruptedException {
    Entry probe = load.probe(node);
    longestToSubmit.accumulateAndGet(millisSince(gone), Math::max);
    load.awaitEnd(probe, node);
    longestToFinish.accumulateAndGet(millisSince(gone), Math::max);
    return null;
  }

  /** Fails the trial unless that is true. */
  @SuppressWarnings("AnnotateFormatMethod") // that annotation is not on our class path
  void check(boolean kept, String otherwise, Object... arguments) {
    if (!kept) {
      load.findings().add(Kind.BROKEN, otherwise, arguments);
    }
  }

  /** The promise that everything is well again in time, by what was measured so far. */
  void checkRecovery(Duration most) {
    check(
        Math.max(longestToSubmit.get(), longestToFinish.get()) <= most.toMillis(),
        "recovered after %d and %d ms, not within %s",
        longestToSubmit.get(),
        longestToFinish.get(),
        most);
  }

  /** Something to be told beside the figures. */
  @SuppressWarnings("AnnotateFormatMethod") // that annotation is not on our class path
  void note(String words, Object... arguments) {
    notes.add(words.formatted(arguments));
  }

  private static long millisSince(long nanos) {
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - nanos);
  }
}
