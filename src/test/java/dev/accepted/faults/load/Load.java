package dev.accepted.faults.load;

import dev.accepted.faults.load.Findings.Kind;
import dev.accepted.faults.site.Node;
import dev.accepted.faults.site.Site;
import dev.accepted.server.NumberedRows;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/** Clients that go on with a bit of everything, at a bounded rate, until they are told to stop. */
public final class Load {

  private static final int CLIENTS = 8;
  private static final int LONGEST_PAUSE_MILLIS = 120;
  private static final int MOST_JOBS = 30_000;
  private static final int MOST_IMPORTS = 8;
  private static final int NEWEST = 300;
  private static final long LOOK_AGAIN_MILLIS = 10;
  private static final long END_SECONDS = 150;
  private static final NumberedRows ROWS = new NumberedRows(4_000);

  private final String trial;
  private final Site site;
  private final Path files;
  private final Ledger ledger = new Ledger();
  private final Findings findings = new Findings();
  private final Traffic traffic;
  private final Submitting submitting;
  private final Reading reading;
  private final AtomicInteger imports = new AtomicInteger();
  private final ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
  private final List<Future<?>> clients = new ArrayList<>();
  private volatile boolean ending;

  /**
   * Nothing is sent yet.
   *
   * @param trial a word that no other has
   * @param files where to put files to be sent
   * @param mayBreakOff whether a server may end a connection in the midst of a request
   * @param lagging how long after a change another node may still tell the state before it
   */
  public Load(String trial, Site site, Path files, boolean mayBreakOff, Duration lagging) {
    this.trial = trial;
    this.site = site;
    this.files = files;
    this.traffic = new Traffic(findings, mayBreakOff);
    this.submitting = new Submitting(traffic, findings, ledger, lagging.toNanos());
    this.reading = new Reading(traffic, findings, lagging.toNanos());
  }

  /** Starts the clients. */
  public void start() {
    for (int i = 0; i < CLIENTS; i++) {
      clients.add(threads.submit(this::goOn));
    }
  }

  private void goOn() {
    SplittableRandom random = new SplittableRandom();
    try {
      while (!ending) {
        act(random);
        TimeUnit.MILLISECONDS.sleep(random.nextInt(LONGEST_PAUSE_MILLIS));
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void act(SplittableRandom random) throws IOException, InterruptedException {
    int choice = random.nextInt(100);
    if (choice < 55 && ledger.size() < MOST_JOBS) {
      submit(choice, random);
    } else {
      Node node = any(random);
      if (choice < 65) {
        reading.list(trial, node);
        reading.datasets(node);
      } else {
        ledger.any(random, NEWEST).ifPresent(entry -> look(entry, choice, node));
      }
    }
  }

  private void submit(int choice, SplittableRandom random)
      throws IOException, InterruptedException {
    if (choice < 2 && site.imports() && imports.incrementAndGet() <= MOST_IMPORTS) {
      submit(Order.rows(trial, files, ROWS), "respond-async", random);
    } else if (choice < 20) {
      submit(Order.steps(trial, random, site.mostBytes()), "respond-async", random);
    } else {
      submit(Order.simulation(trial, random), choice < 35 ? "wait=3" : "respond-async", random);
    }
  }

  private void submit(Order order, String prefer, SplittableRandom random)
      throws IOException, InterruptedException {
    submitting.submit(order, prefer, () -> any(random), 200);
  }

  private void look(Entry entry, int choice, Node node) {
    if (choice < 75) {
      reading.poll(entry, node);
    } else if (choice < 82) {
      reading.await(entry, node);
    } else if (choice < 90) {
      reading.result(entry, node);
    } else if (choice < 95 && entry.order().kind() != Order.Kind.IMPORT) {
      reading.cancel(entry, node);
    } else if (choice < 98 && entry.order().kind() != Order.Kind.IMPORT) {
      reading.remove(entry, node);
    }
  }

  /** A node that isn't being stopped, if there is one. */
  private Node any(SplittableRandom random) {
    List<Node> all = site.nodes();
    List<Node> open = all.stream().filter(node -> !traffic.isStopping(node)).toList();
    List<Node> choice = open.isEmpty() ? all : open;
    return choice.get(random.nextInt(choice.size()));
  }

  /** Sends one short job to one node, again and again until it takes it. */
  public Entry probe(Node node) throws IOException, InterruptedException {
    return submitting
        .submit(Order.simulation(trial, 0), "respond-async", () -> node, 20)
        .orElseThrow(() -> new IOException("a probe was not taken"));
  }

  /**
   * Has a short job taken by any of the nodes that is not one of the load's own: nobody cancels or
   * removes it.
   *
   * @param label of the job, beside that of the trial
   * @param random says how long it takes
   * @return its id; empty if it was not taken, which is noted
   */
  public Optional<String> take(String label, SplittableRandom random)
      throws IOException, InterruptedException {
    Order order = Order.simulation(trialApart(), random).labeled(label);
    return submitting.send(order, "respond-async", () -> any(random), 100).map(Entry::id);
  }

  /** Gives one node something to do for the next seconds, which can be cut off. */
  public void occupy(Node node) throws IOException, InterruptedException {
    for (int i = 0; i < CLIENTS; i++) {
      submitting.submit(Order.lasting(trial, i), "respond-async", () -> node, 20);
    }
  }

  /** Submits so many jobs that are not to run, each after the one before was acknowledged. */
  public void scheduleOneByOne(Node node, int number) throws IOException, InterruptedException {
    List<Entry> scheduled = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      Order order = Order.simulation("none", 0).later();
      submitting.send(order, "respond-async", () -> node, 20).ifPresent(scheduled::add);
    }
    scheduled.forEach(entry -> reading.remove(entry, node));
  }

  /**
   * Looks for jobs on a server that was started on a copy of the data.
   *
   * @param promises from before the copy was made
   * @return how many had to be there
   */
  public int compare(Node copy, List<Promise> promises) throws IOException, InterruptedException {
    return new Audit(this, copy).compare(promises);
  }

  /** Submits at that node what was submitted before; the id of the job that it leads to. */
  String resubmitted(Order order, Node node) throws IOException, InterruptedException {
    return submitting.send(order, "respond-async", () -> node, 200).map(Entry::id).orElse("no job");
  }

  /** Waits at that node until it shows the end of a job. */
  public void awaitEnd(Entry entry, Node node) throws IOException, InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(END_SECONDS);
    while (entry.end() == null) {
      reading.await(entry, node);
      TimeUnit.MILLISECONDS.sleep(LOOK_AGAIN_MILLIS);
      if (System.nanoTime() > end) {
        throw new IOException("a probe does not end: " + entry.id());
      }
    }
  }

  /** Has all clients finish what they are at: what is under way is sent until it is taken. */
  public void end() throws InterruptedException {
    ending = true;
    threads.shutdown();
    for (Future<?> client : clients) {
      try {
        client.get(END_SECONDS, TimeUnit.SECONDS);
      } catch (ExecutionException | TimeoutException e) {
        findings.add(Kind.BROKEN, "a client of the suite failed: %s", e);
      }
    }
    threads.shutdownNow();
  }

  public String trial() {
    return trial;
  }

  /** What those jobs have for a trial that are not the load's own. */
  public String trialApart() {
    return trial + "-apart";
  }

  public Site site() {
    return site;
  }

  public Ledger ledger() {
    return ledger;
  }

  public Findings findings() {
    return findings;
  }

  public Traffic traffic() {
    return traffic;
  }

  /** The rows of each import. */
  public NumberedRows rows() {
    return ROWS;
  }
}
